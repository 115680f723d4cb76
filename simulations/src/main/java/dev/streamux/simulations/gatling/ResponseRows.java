package dev.streamux.simulations.gatling;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The rows of one response: {@value #TTFT} and {@value #STREAM} from the intended start, {@value #SERVICE} from sent, and
 * {@value #LONGEST_GAP}. A response that is not complete has one row, {@value #STREAM}, KO, whose message starts with its kind;
 * one that the reader stopped has one OK row, {@value #STOPPED}. So each row counts what the metric of {@code result.json}
 * counts. Pure.
 */
public final class ResponseRows {
    /** From the intended start to the first visible text; of complete responses that have one. */
    public static final String TTFT = "TTFT";
    /** The longest wait between two visible chunks; of complete responses whose text did not come all at once. */
    public static final String LONGEST_GAP = "longest gap";
    /** From the intended start to the end: the response time, what a user feels. */
    public static final String STREAM = "stream";
    /** From sent to the end: the service time. Not shown to be good: a queue before the sending is not in it. */
    public static final String SERVICE = "stream from sent";
    /** From the intended start to the moment when the reader pressed stop. */
    public static final String STOPPED = "stopped";

    /** A shorter spread of all text is one burst, in which gaps mean nothing. */
    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private ResponseRows() {}

    /**
     * The rows of this response.
     *
     * @param originNanoTime what {@link System#nanoTime} was at time 0 of the trace
     */
    static List<Row> of(String group, ResponseTrace trace, long originNanoTime) {
        List<Row> rows = new ArrayList<>();
        long intended = originNanoTime + trace.intendedNanos();
        long end = originNanoTime + trace.endNanos();
        Chunks chunks = trace.chunks();
        boolean complete = trace.outcome() == Outcome.COMPLETE;
        if (complete && !chunks.isEmpty()) {
            rows.add(new Row(group, TTFT, intended, originNanoTime + chunks.timeNanos(0), Optional.empty()));
        }
        if (complete && !isBurst(chunks)) {
            int last = endOfLongestGap(chunks);
            rows.add(new Row(
                    group,
                    LONGEST_GAP,
                    originNanoTime + chunks.timeNanos(last - 1),
                    originNanoTime + chunks.timeNanos(last),
                    Optional.empty()));
        }
        if (trace.outcome() == Outcome.CANCELLED) {
            rows.add(new Row(group, STOPPED, intended, end, Optional.empty()));
        } else {
            Optional<String> error = error(trace);
            rows.add(new Row(group, STREAM, intended, end, error));
            if (error.isEmpty()) {
                rows.add(new Row(group, SERVICE, originNanoTime + trace.sentNanos(), end, error));
            }
        }
        return rows;
    }

    private static boolean isBurst(Chunks chunks) {
        return chunks.size() < 2 || chunks.timeNanos(chunks.size() - 1) - chunks.timeNanos(0) < BURST_NANOS;
    }

    private static int endOfLongestGap(Chunks chunks) {
        int at = 1;
        for (int i = 2; i < chunks.size(); i++) {
            if (chunks.timeNanos(i) - chunks.timeNanos(i - 1) > chunks.timeNanos(at) - chunks.timeNanos(at - 1)) {
                at = i;
            }
        }
        return at;
    }

    /** The kind and the reason; empty for a complete response. */
    static Optional<String> error(ResponseTrace trace) {
        if (trace.outcome() == Outcome.COMPLETE) {
            return Optional.empty();
        }
        return Optional.of(
                trace.outcome().word() + trace.error().map(why -> ": " + why).orElse(""));
    }
}
