package dev.streamux.analyzer.selfcheck;

import dev.streamux.analyzer.run.ResponseStream;
import dev.streamux.analyzer.values.HashSample;
import dev.streamux.analyzer.values.ValueStore;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.SelfCheck;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the two trace files of a run say about the harness, in milliseconds.
 *
 * <ul>
 *   <li><b>mock lateness</b>: hand-over to the socket minus planned time, for each emitted chunk;
 *   <li><b>client stamp lag</b>: the client's stamp minus the mock's hand-over, for each chunk of a response that came
 *       straight from the mock; both sides are on one clock. It includes the way through the kernel;
 *   <li><b>schedule lag</b>: sent minus intended start, for each response.
 * </ul>
 *
 * <p>Only the phase {@code measure} counts. Without emissions only the schedule lag is known.
 *
 * <p>Memory is bounded whatever the size of the files: both sides are joined for the responses whose ids have the
 * smallest hashes, up to {@link #MOST_RESPONSES} and {@link #MOST_CHUNKS}. A run within both limits, which is nearly every
 * one, is joined whole. Of 20,000 responses a quantile's rank is off by at most 1 % with a confidence of 95 % (Dvoretzky,
 * Kiefer and Wolfowitz: {@code 1.358 / sqrt(20,000)}), and {@code joined-responses} says how many there were.
 */
public final class TraceSelfCheck {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String DIRECT = "direct";

    /** So many responses are joined with their emissions. */
    public static final int MOST_RESPONSES = 20_000;

    /** So many chunks of them are kept: 32 MB. */
    public static final int MOST_CHUNKS = 1 << 21;

    private final HashSample<Chunks> measured;
    private final ValueStore scheduleLag = new ValueStore();
    private final ValueStore mockLateness = new ValueStore();
    private final ValueStore stampLag = new ValueStore();

    private TraceSelfCheck(HashSample<Chunks> sample) {
        measured = sample;
    }

    /** The self-check of a run directory. */
    public static SelfCheck of(RunDirectory run, SelfCheckLimits limits) {
        return of(run, limits, MOST_RESPONSES, MOST_CHUNKS);
    }

    /** The same with other bounds of the sample. */
    static SelfCheck of(RunDirectory run, SelfCheckLimits limits, int mostResponses, int mostChunks) {
        TraceSelfCheck check = new TraceSelfCheck(new HashSample<>(mostResponses, mostChunks));
        TraceReader.forEachResponse(ResponseStream.traceOf(run), check::addResponse);
        if (Files.exists(run.emissions())) {
            TraceReader.forEachEmission(run.emissions(), check::addEmission);
        }
        return check.result(limits);
    }

    private void addResponse(ResponseTrace response) {
        if (!response.phase().equals(ResponseTrace.MEASURE)) {
            return;
        }
        scheduleLag.add((response.sentNanos() - response.intendedNanos()) / NANOS_PER_MILLI);
        boolean straight =
                response.route().equals(DIRECT) && !response.delivery().equals("json");
        // Chunks of other ways are kept out: their lag is what the run is there to measure.
        Chunks chunks = straight ? response.chunks() : Chunks.NONE;
        measured.offer(response.id(), response.id(), chunks.size(), chunks);
    }

    private void addEmission(EmissionTrace emission) {
        String id = emission.response().id();
        measured.find(id, id).ifPresent(received -> join(emission, received));
    }

    private void join(EmissionTrace emission, Chunks received) {
        Chunks emitted = emission.response().chunks();
        for (int i = 0; i < emission.plannedNanos().size(); i++) {
            mockLateness.add((emitted.timeNanos(i) - emission.plannedNanos().get(i)) / NANOS_PER_MILLI);
        }
        // Unequal counts mean that something merged or cut chunks; then chunk k is not the same on both sides.
        if (received.size() == emitted.size()) {
            for (int i = 0; i < received.size(); i++) {
                stampLag.add((received.timeNanos(i) - emitted.timeNanos(i)) / NANOS_PER_MILLI);
            }
        }
    }

    private SelfCheck result(SelfCheckLimits limits) {
        Map<String, Double> figures = new LinkedHashMap<>();
        List<String> reasons = new ArrayList<>();
        if (!measured.isWhole()) {
            figures.put("joined-responses", (double) measured.size());
        }
        judge("mock-lateness", "the mock", mockLateness, limits.mock(), figures, reasons);
        judge("client-stamp-lag", "the client", stampLag, limits.client(), figures, reasons);
        judge("schedule-lag", "the dispatcher", scheduleLag, limits.schedule(), figures, reasons);
        return new SelfCheck(figures, reasons.isEmpty(), reasons);
    }

    private static void judge(
            String name,
            String who,
            ValueStore values,
            SelfCheckLimits.Limit limit,
            Map<String, Double> figures,
            List<String> reasons) {
        if (values.count() == 0) {
            return;
        }
        double median = values.quantile(0.5);
        double tail = values.quantile(0.99);
        figures.put(name + "-p50-ms", median);
        figures.put(name + "-p99-ms", tail);
        figures.put(name + "-max-ms", values.max());
        if (median > limit.medianMillis() || tail > limit.tailMillis()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "%s was late: %s p50 %.1f ms and p99 %.1f ms, allowed %.0f and %.0f ms; run on an idle machine or"
                            + " lower the load",
                    who,
                    name,
                    median,
                    tail,
                    limit.medianMillis(),
                    limit.tailMillis()));
        }
    }
}
