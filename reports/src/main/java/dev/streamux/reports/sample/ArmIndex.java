package dev.streamux.reports.sample;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The first pass over one arm: a few numbers a response, enough to choose which responses to show. Not thread-safe. */
final class ArmIndex {
    private static final double PERCENTILE_OF_LAST = 0.9;
    private static final String SEED = "seed";
    /** What a search for the largest load notes on each response. */
    private static final String LEVEL = "level";

    private final List<Entry> complete = new ArrayList<>();
    private final List<Integer> failed = new ArrayList<>();
    private final List<ArmSample.Start> starts = new ArrayList<>();
    private final GapHistogram gaps = new GapHistogram();

    /** One complete response with text; times in milliseconds from its intended start; the seed of its question or "". */
    private record Entry(int position, String seed, double firstText, double readerWait, double last) {}

    void add(int position, ObservedResponse response) {
        ResponseTrace trace = response.trace();
        TextCurve curve = response.curve();
        double first = curve.isEmpty() ? -1 : curve.firstNanos() / 1e6;
        boolean whole = response.wholeTextAbsence().isEmpty();
        if (whole) {
            double wait = response.reading().orElseThrow().waitNanos() / 1e6;
            String seed = trace.attributes().getOrDefault(SEED, "");
            complete.add(new Entry(position, seed, first, wait, curve.lastNanos() / 1e6));
            gaps.add(curve);
        } else {
            failed.add(position);
        }
        starts.add(
                new ArmSample.Start(trace.intendedNanos() / 1e6, trace.endNanos() / 1e6, first, whole, level(trace)));
    }

    private static int level(ResponseTrace trace) {
        String level = trace.attributes().getOrDefault(LEVEL, "");
        return level.matches("[0-9]{1,9}") ? Integer.parseInt(level) : 0;
    }

    boolean anyComplete() {
        return !complete.isEmpty();
    }

    /**
     * How far the answer to each seed is from the median reader wait of this arm, as a share of its answers: 0 for the median
     * itself, 0.5 for the shortest and the longest wait. Of answers to one seed the nearest counts.
     */
    Map<String, Double> distances() {
        List<Entry> sorted = byWait();
        Map<String, Double> distances = new LinkedHashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            if (!sorted.get(i).seed().isEmpty()) {
                double distance = Math.abs(i - (sorted.size() - 1) / 2) / (double) sorted.size();
                distances.merge(sorted.get(i).seed(), distance, Math::min);
            }
        }
        return distances;
    }

    /**
     * The position of the response with the median reader wait, among those to the question if one is named; of the first
     * failed one if none completed.
     */
    OptionalInt typical(Optional<String> question) {
        if (complete.isEmpty()) {
            return failed.isEmpty() ? OptionalInt.empty() : OptionalInt.of(failed.get(0));
        }
        List<Entry> sorted = byWait();
        int median = (sorted.size() - 1) / 2;
        int nearest = IntStream.range(0, sorted.size())
                .filter(i -> question.isEmpty() || sorted.get(i).seed().equals(question.get()))
                .boxed()
                .min(Comparator.comparingInt(i -> Math.abs(i - median)))
                .orElse(median);
        return OptionalInt.of(sorted.get(nearest).position());
    }

    /** The position of the response with the longest reader wait; the first failed one if none completed. */
    OptionalInt worst() {
        return complete.isEmpty()
                ? typical(Optional.empty())
                : OptionalInt.of(byWait().get(complete.size() - 1).position());
    }

    private List<Entry> byWait() {
        return complete.stream()
                .sorted(Comparator.comparingDouble(Entry::readerWait).thenComparingInt(Entry::position))
                .toList();
    }

    /** Positions of at most {@code count} complete responses, evenly spread over the order of first text. */
    Set<Integer> rows(int count) {
        List<Entry> sorted = complete.stream()
                .sorted(Comparator.comparingDouble(Entry::firstText).thenComparingInt(Entry::position))
                .toList();
        Set<Integer> chosen = new TreeSet<>();
        int wanted = Math.min(count, sorted.size());
        for (int i = 0; i < wanted; i++) {
            chosen.add(sorted.get((int) ((i + 0.5) * sorted.size() / wanted)).position());
        }
        return chosen;
    }

    /** The time by which nine of ten complete responses have shown all their text, in milliseconds; 0 without one. */
    double horizon() {
        List<Double> lasts = complete.stream().map(Entry::last).sorted().toList();
        return lasts.isEmpty() ? 0 : lasts.get((int) Math.ceil((lasts.size() - 1) * PERCENTILE_OF_LAST));
    }

    List<Double> firstTexts() {
        return complete.stream().map(Entry::firstText).sorted().toList();
    }

    List<Double> readerWaits() {
        return complete.stream().map(Entry::readerWait).sorted().toList();
    }

    List<Double> gaps() {
        return gaps.quantiles();
    }

    List<ArmSample.Start> starts() {
        return starts.stream()
                .sorted(Comparator.comparingDouble(ArmSample.Start::startMillis))
                .toList();
    }
}
