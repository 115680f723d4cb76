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

    /** From this share of the declared rate on the mock may be late on a slower or a shared machine. */
    private static final double TIGHT_SHARE = 0.5;

    Fit {
        notices = List.copyOf(notices);
    }

    /**
     * The configuration on a machine with this limit on open files, where it is known.
     *
     * <p>The default number of connections is lowered to what fits; one that somebody chose is refused. So are a batch and
     * a gap that make more tokens a second than the loops are declared to carry; from half of that on they are marked.
     *
     * @param script what the server's knobs make
     * @throws InvalidInputException if it cannot fit
     */
    static Fit of(MockConfig config, Script script, Optional<Long> openFiles) {
        List<String> notices = new ArrayList<>();
        MockConfig fitting = openFiles.isPresent() ? within(openFiles.get(), config, notices) : config;
        tight(fitting, script).ifPresent(notices::add);
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

    private static Optional<String> tight(MockConfig config, Script script) {
        double perSecond = tokensPerSecond(config, script);
        int loops = config.engine().loops();
        double carried = (double) config.engine().loopTokens() * loops;
        String rate = String.format(
                Locale.ROOT,
                "%d answers at a time make %.0f tokens a second, and %d loop%s declared to carry %.0f",
                mostAnswers(config, script),
                perSecond,
                loops,
                loops == 1 ? " is" : "s are",
                carried);
        if (perSecond > carried) {
            throw new InvalidInputException(rate
                    + "; lower max-running, raise the gap, or declare more with loop-tokens (--loop-tokens) if this machine"
                    + " carries it");
        }
        return perSecond <= carried * TIGHT_SHARE
                ? Optional.empty()
                : Optional.of(rate + ": it may not fit; watch the lateness in /_mock/health");
    }

    private static int mostAnswers(MockConfig config, Script script) {
        return Math.min(script.load().mostRunning(), config.bounds().connections());
    }

    /** What can come at most, 0 if nobody knows: only a limit on running answers and a constant gap say it in advance. */
    private static double tokensPerSecond(MockConfig config, Script script) {
        boolean limited = script.load().mostRunning() != Batch.UNLIMITED;
        if (!limited || !(script.timing().gap() instanceof Delay.Constant gap) || gap.nanos() == 0) {
            return 0;
        }
        int most = mostAnswers(config, script);
        return most * 1e9 / (gap.nanos() * script.load().stretch(most));
    }
}
