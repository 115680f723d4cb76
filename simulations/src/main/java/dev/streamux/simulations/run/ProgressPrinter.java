package dev.streamux.simulations.run;

import dev.streamux.simulations.run.pace.SaturationLevels;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One line about the run: redrawn on a terminal every second, a plain line every five seconds elsewhere. */
public final class ProgressPrinter {
    private static final int TERMINAL_SECONDS = 1;
    private static final int PLAIN_SECONDS = 5;
    private static final double NANOS_IN_SECOND = 1e9;

    private final PrintStream out;
    private final boolean terminal;
    private long lastNanos;
    private long lastStarted;
    private long lastEvents;

    /** What the line tells of. */
    record Source(
            LiveCounts counts,
            NanoClock clock,
            long loadStartNanos,
            Scenario scenario,
            Optional<SaturationLevels> levels) {}

    /**
     * A printer.
     *
     * @param terminal whether {@code out} can redraw a line
     */
    public ProgressPrinter(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Prints from now on, until the timer is shut down. */
    void begin(Source source, ScheduledExecutorService timer) {
        int period = terminal ? TERMINAL_SECONDS : PLAIN_SECONDS;
        lastNanos = source.clock().nanos();
        var unused = timer.scheduleAtFixedRate(() -> print(source), period, period, TimeUnit.SECONDS);
    }

    private void print(Source source) {
        String line = line(source);
        out.print(terminal ? "\r\033[K" + line : line + System.lineSeparator());
        out.flush();
    }

    /** The line for this moment; rates are since the line before. */
    String line(Source source) {
        long now = source.clock().nanos();
        double seconds = Math.max(1, now - lastNanos) / NANOS_IN_SECOND;
        long started = source.counts().startedCount();
        long events = source.counts().eventCount();
        StringJoiner line = new StringJoiner(" | ");
        line.add(time(source, now));
        line.add(String.format(
                Locale.ROOT,
                "%.1f starts/s, %d open, %.0f events/s",
                (started - lastStarted) / seconds,
                source.counts().activeCount(),
                (events - lastEvents) / seconds));
        line.add(outcomes(source.counts()));
        lastNanos = now;
        lastStarted = started;
        lastEvents = events;
        return line.toString();
    }

    private static String time(Source source, long now) {
        long sinceStart = Math.max(0, now - source.loadStartNanos());
        long left = Math.max(0, source.scenario().phases().total().toNanos() - sinceStart);
        String phase = source.scenario().phases().at(sinceStart);
        String seconds = (long) Math.ceil(left / NANOS_IN_SECOND) + " s left";
        return source.levels()
                .map(levels -> phase + ", " + levels.level() + " users, at most " + seconds)
                .orElse(left == 0 ? "waiting for the last answers" : phase + ", " + seconds);
    }

    private static String outcomes(LiveCounts counts) {
        StringJoiner outcomes = new StringJoiner(", ");
        for (Outcome outcome : Outcome.values()) {
            long count = counts.count(outcome);
            if (count > 0 || outcome == Outcome.COMPLETE) {
                outcomes.add(count + " " + outcome.word());
            }
        }
        return outcomes.toString();
    }
}
