package dev.streamux.cli.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How far a run is: one line that is redrawn on a terminal, a plain line every few seconds elsewhere.
 *
 * <p>Written to standard error, so that standard output stays the result. Safe for use by several threads.
 */
public final class Progress {
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(5);
    private static final Duration TERMINAL_INTERVAL = Duration.ofMillis(200);
    private static final int BAR_CELLS = 24;

    private final PrintStream err;
    private final boolean terminal;
    private final int arms;
    private final int total;
    private final Duration expected;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private long lastDrawnNanos = Long.MIN_VALUE;

    /**
     * A progress of nothing done yet.
     *
     * @param err where to draw
     * @param terminal whether {@code err} is a terminal that can redraw a line
     * @param arms how many arms run
     * @param total how many requests there will be
     * @param expected how long all of them should take
     */
    public Progress(PrintStream err, boolean terminal, int arms, int total, Duration expected) {
        this.err = err;
        this.terminal = terminal;
        this.arms = arms;
        this.total = total;
        this.expected = expected;
    }

    /** Counts one request as done. */
    public void done(boolean good) {
        done.incrementAndGet();
        if (!good) {
            failed.incrementAndGet();
        }
    }

    /**
     * Draws the state if it is time to.
     *
     * @param elapsedNanos since the first request was due
     */
    public synchronized void draw(long elapsedNanos) {
        Duration interval = terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL;
        if (lastDrawnNanos != Long.MIN_VALUE && elapsedNanos - lastDrawnNanos < interval.toNanos()) {
            return;
        }
        lastDrawnNanos = elapsedNanos;
        if (terminal) {
            err.print("\r\033[K" + line(elapsedNanos));
            err.flush();
        } else {
            err.println(line(elapsedNanos));
        }
    }

    /** Ends the redrawn line. */
    public synchronized void finish() {
        if (terminal) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    /** The line for this state, without anything that only a terminal understands. */
    String line(long elapsedNanos) {
        int finished = done.get();
        StringBuilder line = new StringBuilder();
        if (terminal) {
            int cells = total == 0 ? BAR_CELLS : BAR_CELLS * finished / total;
            line.append('[')
                    .append("#".repeat(cells))
                    .append(".".repeat(BAR_CELLS - cells))
                    .append("] ");
        }
        line.append(finished)
                .append('/')
                .append(total)
                .append(" answers of ")
                .append(arms)
                .append(" arms");
        if (failed.get() > 0) {
            line.append(", ").append(failed.get()).append(" not complete");
        }
        long left = Math.max(0, expected.toNanos() - elapsedNanos);
        line.append(", about ").append((left + 999_999_999L) / 1_000_000_000L).append(" s left");
        return line.toString();
    }
}
