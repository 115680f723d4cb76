package dev.streamux.cli.mock;

import java.util.Optional;
import picocli.CommandLine.Option;

/** How answers of the mock get in each other's way. */
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
            description = "what each further running answer adds to the gap: 0.02 (default: 0)")
    private Optional<String> factor = Optional.empty();

    /** The value of the option, as it was given. */
    public Optional<String> maxRunning() {
        return maxRunning;
    }

    /** The value of the option, as it was given. */
    public Optional<String> step() {
        return step;
    }

    /** The value of the option, as it was given. */
    public Optional<String> factor() {
        return factor;
    }
}
