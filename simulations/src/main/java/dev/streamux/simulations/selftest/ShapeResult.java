package dev.streamux.simulations.selftest;

import dev.streamux.simulations.selftest.wire.WireLog;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Truth against measured for one shape.
 *
 * @param name the shape's name
 * @param what what is special about it
 * @param expectedOutcome the truth
 * @param outcome what the client said
 * @param expectedMillis from the request's sending to the write of the first visible text, by the server's stamps
 * @param measuredMillis the same by the client's stamps
 * @param maxGapErrorMillis the largest difference of a measured gap from the true one; absent below two chunks
 * @param gaps how many gaps were compared
 * @param verdict how it went
 * @param problems what is wrong, one sentence each; empty if right
 * @param attempts how often the shape was played, because its timing was off; ≥ 1
 */
public record ShapeResult(
        String name,
        String what,
        String expectedOutcome,
        String outcome,
        OptionalDouble expectedMillis,
        OptionalDouble measuredMillis,
        OptionalDouble maxGapErrorMillis,
        int gaps,
        Verdict verdict,
        List<String> problems,
        int attempts) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** How a shape went. */
    public enum Verdict {
        /** Outcome, text, every event and every time are right. */
        RIGHT,
        /** What was read is right, but a time is off by more than the limit: the machine is too busy to tell. */
        LATE,
        /** What was read is wrong. */
        WRONG
    }

    public ShapeResult {
        problems = List.copyOf(problems);
    }

    /** The difference of the two times to first visible text, milliseconds; absent without visible text. */
    public OptionalDouble errorMillis() {
        return expectedMillis.isPresent() && measuredMillis.isPresent()
                ? OptionalDouble.of(measuredMillis.getAsDouble() - expectedMillis.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Compares what the client reported with what the server did. */
    static ShapeResult of(Shape shape, ResponseTrace trace, WireLog log, double limitMillis, int attempts) {
        List<String> wrong = contentProblems(shape, trace);
        List<Shape.Piece> truth = shape.truth().chunks();
        boolean comparable = wrong.isEmpty()
                && !truth.isEmpty()
                && log.stepNanos().size() > truth.get(truth.size() - 1).step();
        OptionalDouble expected = OptionalDouble.empty();
        OptionalDouble measured = OptionalDouble.empty();
        OptionalDouble gapError = OptionalDouble.empty();
        List<String> late = new ArrayList<>();
        if (comparable) {
            double first = millis(log.stepNanos().get(truth.get(0).step()) - trace.sentNanos());
            double seen = millis(trace.chunks().timeNanos(0) - trace.sentNanos());
            expected = OptionalDouble.of(first);
            measured = OptionalDouble.of(seen);
            gapError = maxGapError(truth, trace, log);
            addIfLate(late, "time to first visible text", Math.abs(seen - first), limitMillis);
            addIfLate(late, "a gap", gapError.orElse(0), limitMillis);
        }
        Verdict verdict = !wrong.isEmpty() ? Verdict.WRONG : late.isEmpty() ? Verdict.RIGHT : Verdict.LATE;
        wrong.addAll(late);
        return new ShapeResult(
                shape.name(),
                shape.what(),
                shape.truth().outcome().word(),
                trace.outcome().word(),
                expected,
                measured,
                gapError,
                gapError.isPresent() ? truth.size() - 1 : 0,
                verdict,
                wrong,
                attempts);
    }

    private static List<String> contentProblems(Shape shape, ResponseTrace trace) {
        List<String> problems = new ArrayList<>();
        Shape.Truth truth = shape.truth();
        if (trace.outcome() != truth.outcome()) {
            problems.add("outcome is " + trace.outcome().word()
                    + trace.error().map(e -> " (" + e + ")").orElse("") + ", the truth is "
                    + truth.outcome().word());
        }
        if (!trace.text().orElse("").equals(truth.text())) {
            problems.add("text is \"" + trace.text().orElse("") + "\", the truth is \"" + truth.text() + "\"");
        }
        if (trace.chunks().size() != truth.chunks().size()) {
            problems.add(trace.chunks().size() + " events with text, the truth is "
                    + truth.chunks().size());
            return problems;
        }
        for (int i = 0; i < truth.chunks().size(); i++) {
            if (trace.chunks().characters(i) != truth.chunks().get(i).characters()) {
                problems.add("event " + i + " has " + trace.chunks().characters(i) + " characters, the truth is "
                        + truth.chunks().get(i).characters());
            }
        }
        return problems;
    }

    private static OptionalDouble maxGapError(List<Shape.Piece> truth, ResponseTrace trace, WireLog log) {
        double max = 0;
        for (int i = 1; i < truth.size(); i++) {
            long expected = log.stepNanos().get(truth.get(i).step())
                    - log.stepNanos().get(truth.get(i - 1).step());
            long measured = trace.chunks().timeNanos(i) - trace.chunks().timeNanos(i - 1);
            max = Math.max(max, Math.abs(millis(measured - expected)));
        }
        return truth.size() > 1 ? OptionalDouble.of(max) : OptionalDouble.empty();
    }

    private static void addIfLate(List<String> late, String what, double error, double limit) {
        if (error > limit) {
            late.add(String.format(
                    java.util.Locale.ROOT, "%s is off by %.1f ms, the limit is %.1f ms", what, error, limit));
        }
    }

    private static double millis(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }
}
