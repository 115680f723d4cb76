package dev.streamux.reports.sample;

import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the samples from a trace file in two passes: the first chooses which responses to show, the second keeps those.
 *
 * <p>One response is in memory at a time, besides the chosen ones and a few numbers for each.
 */
public final class SampleReader {
    /** Points of a mean curve; about one for every four pixels of the page. */
    private static final int CURVE_STEPS = 240;
    /** Rows of the heat map over all arms. */
    private static final int ROWS = 84;
    /** A run without any text still has pictures, a second wide. */
    private static final double EMPTY_HORIZON_MILLIS = 1_000;

    private final Path traceFile;
    private final MetricOptions options;
    private final Map<String, ArmIndex> indexes = new LinkedHashMap<>();

    private SampleReader(Path traceFile, MetricOptions options, List<String> arms) {
        this.traceFile = traceFile;
        this.options = options;
        arms.forEach(arm -> indexes.put(arm, new ArmIndex()));
    }

    /**
     * The samples of these arms; responses of others and of other phases are passed over.
     *
     * @param arms in the order to show them
     */
    public static RunSamples read(Path traceFile, MetricOptions options, List<String> arms) {
        SampleReader reader = new SampleReader(traceFile, options, arms);
        reader.forEachMeasured((position, response) -> {
            ArmIndex index = reader.indexes.get(response.trace().arm());
            if (index != null) {
                index.add(position, response);
            }
        });
        return reader.collect();
    }

    private RunSamples collect() {
        double last =
                indexes.values().stream().mapToDouble(ArmIndex::horizon).max().orElse(0);
        double horizon = last > 0 ? last * 1.02 : EMPTY_HORIZON_MILLIS;
        int rows = Math.max(2, ROWS / Math.max(1, indexes.size()));
        Optional<String> question = SharedQuestion.of(indexes.values());
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        indexes.forEach(
                (arm, index) -> chosen.put(arm, new Chosen(index, index.typical(question), index.rows(rows), horizon)));
        forEachMeasured((position, response) -> {
            Chosen keeper = chosen.get(response.trace().arm());
            if (keeper != null) {
                keeper.offer(position, response);
            }
        });
        List<ArmSample> samples = new ArrayList<>();
        chosen.forEach((arm, keeper) -> samples.add(keeper.sample(arm)));
        return new RunSamples(horizon, question, samples);
    }

    private interface Visitor {
        void visit(int position, ObservedResponse response);
    }

    private void forEachMeasured(Visitor visitor) {
        int[] position = {0};
        // Only the reader is computed here: the other metrics of every response are in the result already.
        TraceReader.forEachResponse(traceFile, trace -> {
            if (trace.phase().equals(ResponseTrace.MEASURE)) {
                visitor.visit(position[0], ObservedResponse.of(trace, options));
            }
            position[0]++;
        });
    }

    /** What the second pass keeps of one arm. */
    private static final class Chosen {
        private final ArmIndex index;
        private final OptionalInt typical;
        private final OptionalInt worst;
        private final Set<Integer> rows;
        private final ShareCurve.Sum visible;
        private final Map<Integer, Specimen> kept = new LinkedHashMap<>();

        Chosen(ArmIndex index, OptionalInt typical, Set<Integer> rows, double horizonMillis) {
            this.index = index;
            this.typical = typical;
            this.worst = index.worst();
            this.rows = rows;
            this.visible = new ShareCurve.Sum(horizonMillis, CURVE_STEPS);
        }

        void offer(int position, ObservedResponse response) {
            if (response.wholeTextAbsence().isEmpty()) {
                visible.add(response.curve());
            }
            if (is(typical, position) || is(worst, position) || rows.contains(position)) {
                kept.put(position, Specimen.of(response.trace()));
            }
        }

        private static boolean is(OptionalInt wanted, int position) {
            return wanted.isPresent() && wanted.getAsInt() == position;
        }

        ArmSample sample(String arm) {
            return new ArmSample(
                    arm,
                    typical.stream().mapToObj(this::kept).findFirst(),
                    worst.stream().mapToObj(this::kept).findFirst(),
                    visible.mean(),
                    index.firstTexts(),
                    index.readerWaits(),
                    index.gaps(),
                    rows.stream()
                            .map(this::kept)
                            .sorted(Comparator.comparingLong(row -> row.curve().firstNanos()))
                            .toList(),
                    index.starts());
        }

        private Specimen kept(int position) {
            Specimen specimen = kept.get(position);
            if (specimen == null) {
                throw new IllegalStateException(
                        "response " + position + " was there in the first pass and not in the second");
            }
            return specimen;
        }
    }
}
