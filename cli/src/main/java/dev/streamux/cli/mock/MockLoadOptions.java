package dev.streamux.cli.mock;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.knob.Knob;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How answers of the mock get in each other's way, and how much the machine carries. */
public final class MockLoadOptions {
    @Option(
            names = "--max-running",
            paramLabel = "N",
            description = "answers at a time; the others wait (default: no limit)")
    private Optional<String> maxRunning = Optional.empty();

    @Option(
            names = "--step",
            paramLabel = "TIME",
            description = "batch step: every running answer gets a token at its end (default: none)")
    private Optional<String> step = Optional.empty();

    @Option(
            names = "--load-factor",
            paramLabel = "SHARE",
            description = "what each further running answer adds to gap and first token: 0.02 (default: 0)")
    private Optional<String> factor = Optional.empty();

    @Option(
            names = "--loop-tokens",
            paramLabel = "N",
            description = "tokens a second that a loop is declared to carry; more is refused (default: 200000)")
    private Optional<Integer> loopTokens = Optional.empty();

    /** The configuration with what was chosen. */
    public MockConfig applyTo(MockConfig config) {
        MockConfig loaded = MockPaceOptions.with(config, Knob.MAX_RUNNING, maxRunning);
        loaded = MockPaceOptions.with(loaded, Knob.STEP_MS, step);
        loaded = MockPaceOptions.with(loaded, Knob.LOAD_FACTOR, factor);
        return loopTokens.isPresent() ? loaded.withEngine(loaded.engine().withLoopTokens(loopTokens.get())) : loaded;
    }
}
