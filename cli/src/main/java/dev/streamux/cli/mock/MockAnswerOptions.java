package dev.streamux.cli.mock;

import dev.streamux.mockllm.content.Content;
import dev.streamux.mockllm.content.ContentFile;
import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the mock answers with, if not with its own texts. */
public final class MockAnswerOptions {
    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "answers by rules (.json), or one text for all (any other file)")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--text", paramLabel = "TEXT", description = "the answer to everything")
    private Optional<String> text = Optional.empty();

    /**
     * The answers that were chosen.
     *
     * @throws InvalidInputException if two were, or the file is wrong
     */
    public Optional<Content> content() {
        if (file.isPresent() && text.isPresent()) {
            throw new InvalidInputException("--answers and --text are both given; leave one of them out");
        }
        Optional<Content> fixed = text.map(Content.Fixed::new);
        return file.map(ContentFile::read).or(() -> fixed);
    }
}
