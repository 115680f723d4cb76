package dev.streamux.cli.mock;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.config.Recording;
import dev.streamux.mockllm.knob.Knob;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** When the mock's answers leave, what goes wrong with them, and every other knob. */
public final class MockPaceOptions {
    @Option(
            names = "--ttft",
            paramLabel = "DELAY",
            description = "time to the first text: 200, 80:110:180, log-normal(200,0.4)")
    private Optional<String> ttft = Optional.empty();

    @Option(names = "--itl", paramLabel = "DELAY", description = "time from token to token, in the same forms")
    private Optional<String> itl = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "steady, fast-chat, large-chat, frontier, reasoning or overloaded")
    private Optional<String> profile = Optional.empty();

    @Option(
            names = "--replay",
            paramLabel = "TRACE",
            description = "play the times of a trace's first complete response")
    private Optional<Path> replay = Optional.empty();

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description =
                    "what goes wrong: \"reset; after=10\" in every answer, \"reset; after=20%%..80%%; chance=5%%\" in some")
    private Optional<String> fault = Optional.empty();

    @Option(names = "--knob", paramLabel = "NAME=VALUE", description = "any other knob; may be given several times")
    private Map<String, String> knobs = new LinkedHashMap<>();

    /** The configuration with the knobs that were given. */
    public MockConfig applyTo(MockConfig config) {
        MockConfig paced = with(config, Knob.TTFT, ttft);
        paced = with(paced, Knob.ITL, itl);
        paced = with(paced, Knob.PROFILE, profile);
        paced = with(paced, Knob.REPLAY, replay.map(Recording::replayOf));
        paced = with(paced, Knob.FAULT, fault);
        for (Map.Entry<String, String> entry : knobs.entrySet()) {
            paced = paced.withKnob(Knob.required(entry.getKey()), entry.getValue());
        }
        return paced;
    }

    /** The configuration with this knob, if it was given. */
    static MockConfig with(MockConfig config, Knob knob, Optional<String> value) {
        return value.map(text -> config.withKnob(knob, text)).orElse(config);
    }
}
