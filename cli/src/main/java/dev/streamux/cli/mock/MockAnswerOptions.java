package dev.streamux.cli.mock;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.content.Content;
import dev.streamux.mockllm.content.ContentFile;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the mock answers with, and how much of it. */
public final class MockAnswerOptions {
    @Option(names = "--tokens", paramLabel = "N", description = "tokens of an answer (default: 200)")
    private Optional<String> tokens = Optional.empty();

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "answers by rules (.json), or one text for all (any other file)")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--text", paramLabel = "TEXT", description = "the answer to everything")
    private Optional<String> text = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "what requests without a seed draw from (default: 1)")
    private Optional<Long> seed = Optional.empty();

    /**
     * The configuration with what was chosen.
     *
     * @throws InvalidInputException if two contents were, or the file is wrong
     */
    public MockConfig applyTo(MockConfig config) {
        if (file.isPresent() && text.isPresent()) {
            throw new InvalidInputException("--answers and --text are both given; leave one of them out");
        }
        Optional<Content> fixed = text.map(Content.Fixed::new);
        Content content = file.map(ContentFile::read).or(() -> fixed).orElse(config.answers());
        MockConfig chosen = config.withAnswers(content).withRunSeed(seed.orElse(config.runSeed()));
        return tokens.map(value -> chosen.withKnob(Knob.TOKENS, value)).orElse(chosen);
    }
}
