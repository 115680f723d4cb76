package dev.streamux.mockllm;

import dev.streamux.mockllm.knob.Script;
import dev.streamux.mockllm.load.Batch;
import dev.streamux.mockllm.pacing.Delay;
import dev.streamux.trace.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A configuration that fits on the machine.
 *
 * @param config what will run; its bound on connections may be lower than the default
 * @param notices one sentence for each thing that was lowered or will be tight
 */
record Fit(MockConfig config, List<String> notices) {
    /** Files that the process needs besides connections: the JVM's, the event loops', emissions, the warm-up. */
    static final int OTHER_FILES = 200;

    /** What one loop carries, measured; see docs/benchmarks.md. */
    private static final double TOKENS_PER_SECOND_AND_LOOP = 200_000;

    Fit {
        notices = List.copyOf(notices);
    }

    /**
     * The configuration on a machine with this limit on open files, where it is known.
     *
     * <p>The default number of connections is lowered to what fits; one that somebody chose is refused.
     *
     * @param script what the server's knobs make
     * @throws InvalidInputException if it cannot fit
     */
    static Fit of(MockConfig config, Script script, Optional<Long> openFiles) {
        List<String> notices = new ArrayList<>();
        MockConfig fitting = openFiles.isPresent() ? within(openFiles.get(), config, notices) : config;
        tooFast(fitting, script).ifPresent(notices::add);
        return new Fit(fitting, notices);
    }

    private static MockConfig within(long files, MockConfig config, List<String> notices) {
        int wanted = config.bounds().connections();
        long room = files - OTHER_FILES;
        if (wanted <= room) {
            return config;
        }
        String limit = "this process may open " + files + " files, which is enough for " + Math.max(0, room);
        if (wanted != Bounds.DEFAULT.connections() || room < 1) {
            throw new InvalidInputException(
                    "bounds.connections is " + wanted + ", but " + limit + "; lower it or raise the limit (ulimit -n)");
        }
        notices.add("at most " + room + " connections are taken, not " + wanted + ": " + limit
                + "; raise it with ulimit -n");
        return config.withBounds(config.bounds().withConnections((int) room));
    }

    /** Only a limit on running answers and a constant gap say in advance how many tokens a second can come. */
    private static Optional<String> tooFast(MockConfig config, Script script) {
        int most = Math.min(script.load().mostRunning(), config.bounds().connections());
        boolean limited = script.load().mostRunning() != Batch.UNLIMITED;
        if (!limited || !(script.timing().gap() instanceof Delay.Constant gap) || gap.nanos() == 0) {
            return Optional.empty();
        }
        double perSecond = most * 1e9 / (gap.nanos() * script.load().stretch(most));
        double carried = TOKENS_PER_SECOND_AND_LOOP * config.engine().loops();
        return perSecond <= carried
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%d answers at a time make %.0f tokens a second, but %d loops carry some %.0f: "
                                + "they will be late; lower max-running or raise the gap",
                        most,
                        perSecond,
                        config.engine().loops(),
                        carried));
    }
}
