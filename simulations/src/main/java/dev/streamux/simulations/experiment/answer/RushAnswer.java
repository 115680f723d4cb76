package dev.streamux.simulations.experiment.answer;

import dev.streamux.simulations.arrival.Stage;
import dev.streamux.simulations.arrival.StagedArrival;
import dev.streamux.simulations.experiment.figure.ArmFigures;
import dev.streamux.simulations.measure.Quantiles;
import dev.streamux.simulations.scenario.Load;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What a rush of readers does to the first text, second by second, and when it is over. */
final class RushAnswer {
    private static final double MEDIAN = 0.5;
    /** A second in which the median reader waits this much longer than before the rush is still part of it. */
    private static final double NOTICEABLE_MILLIS = 100;

    private RushAnswer() {}

    /** A scheduled rush, seconds from the start of the load. */
    private record Rush(double from, double to) {}

    static List<String> of(Evidence evidence) {
        if (!(evidence.scenario().load() instanceof Load.Open open)
                || !(open.arrival() instanceof StagedArrival staged)
                || staged.stages().size() < 2) {
            return List.of();
        }
        long start = startOfLoad(evidence, staged);
        Rush rush = rush(staged);
        ArmFigures before = ArmFigures.of(evidence.measured().stream()
                .filter(response -> second(response, start) < (long) rush.from())
                .collect(Collectors.toList()));
        OptionalDouble calm = before.firstText().at(MEDIAN);
        return calm.isEmpty() ? List.of() : List.of(sentence(evidence, start, rush, calm.getAsDouble()));
    }

    private static String sentence(Evidence evidence, long start, Rush rush, double calm) {
        double worst = 0;
        long worstAt = 0;
        long lastLate = -1;
        for (Map.Entry<Long, Quantiles> second :
                firstTextBySecond(evidence.measured(), start).entrySet()) {
            double median = second.getValue().at(MEDIAN).orElse(0);
            if (median > worst) {
                worst = median;
                worstAt = second.getKey();
            }
            if (median > calm + NOTICEABLE_MILLIS) {
                lastLate = second.getKey();
            }
        }
        ArmFigures all = ArmFigures.of(evidence.measured());
        String failures = "; " + all.failed() + " of " + all.responses() + " answers failed.";
        String before = "Before the rush the first words come after " + Words.time(calm);
        if (lastLate < 0) {
            return before + ", and the rush changes nothing that a reader sees: " + Words.time(worst)
                    + " in its worst second" + failures;
        }
        double over = Math.max(0, lastLate + 1 - rush.to());
        return before + "; who asks in second " + worstAt + " waits " + Words.time(worst)
                + " (medians), and it is over " + Words.time(over * TimeUnit.SECONDS.toMillis(1))
                + " after the rush has ended" + failures;
    }

    private static Map<Long, Quantiles> firstTextBySecond(List<ResponseTrace> responses, long start) {
        Map<Long, List<ResponseTrace>> seconds = responses.stream()
                .collect(Collectors.groupingBy(response -> second(response, start), TreeMap::new, Collectors.toList()));
        Map<Long, Quantiles> firstText = new TreeMap<>();
        seconds.forEach(
                (second, asked) -> firstText.put(second, ArmFigures.of(asked).firstText()));
        return firstText;
    }

    private static long second(ResponseTrace response, long start) {
        return TimeUnit.NANOSECONDS.toSeconds(response.intendedNanos() - start);
    }

    /** The schedule is drawn again: its first start and that of the first response are the same moment. */
    private static long startOfLoad(Evidence evidence, StagedArrival staged) {
        PrimitiveIterator.OfLong starts =
                staged.starts(new SplittableRandom(evidence.scenario().seed()));
        long first = evidence.all().stream()
                .mapToLong(ResponseTrace::intendedNanos)
                .min()
                .orElse(0);
        return starts.hasNext() ? first - starts.nextLong() : first;
    }

    /** From where the rate first rises above that of the first stage to where it is last above it. */
    private static Rush rush(StagedArrival staged) {
        double calm = staged.stages().get(0).fromPerSecond();
        double from = 0;
        double to = 0;
        double at = 0;
        boolean begun = false;
        for (Stage stage : staged.stages()) {
            double end = at + stage.during().toNanos() / 1e9;
            if (Math.max(stage.fromPerSecond(), stage.toPerSecond()) > calm) {
                from = begun ? from : at;
                to = end;
                begun = true;
            }
            at = end;
        }
        return new Rush(from, to);
    }
}
