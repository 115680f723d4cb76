package dev.streamux.reports.finding;

import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.reports.annex.RouteEvidence;
import dev.streamux.reports.finding.Finding.Severity;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The findings of a run, from bad to good. */
public final class Findings {
    private Findings() {}

    /**
     * At most one finding a verdict, and one for answers that broke off; none for an empty run, and none for one that is
     * not valid.
     *
     * @param routes what probes found on the routes of the run; may be empty
     */
    public static List<Finding> of(RunResult result, List<RouteEvidence> routes) {
        if (!result.selfCheck().valid()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        delivery(result, routes, DeliveryKind.BUFFERED).ifPresent(findings::add);
        Interruptions.of(result).ifPresent(findings::add);
        delivery(result, routes, DeliveryKind.COALESCED).ifPresent(findings::add);
        delivery(result, routes, DeliveryKind.STREAMED).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> delivery(RunResult result, List<RouteEvidence> routes, DeliveryKind kind) {
        List<ArmResult> arms = Reference.of(result, kind);
        if (arms.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                severity(kind),
                kind.word(),
                arms.stream().map(ArmResult::name).toList(),
                feeling(kind, arms, Reference.streamed(result)),
                Causes.of(arms, routes)));
    }

    /** How bad a verdict is. */
    public static Severity severity(DeliveryKind kind) {
        return switch (kind) {
            case STREAMED -> Severity.GOOD;
            case COALESCED -> Severity.WARNING;
            case BUFFERED -> Severity.BAD;
        };
    }

    private static String feeling(DeliveryKind kind, List<ArmResult> arms, Optional<ArmResult> reference) {
        String first = range(arms);
        String word = kind == DeliveryKind.BUFFERED ? " longer than with " : " later than with ";
        String late = reference.map(arm -> later(arms, arm, word)).orElse("");
        return switch (kind) {
            case STREAMED -> "The first words are there after " + first + ", and the rest follows as it is written.";
            case COALESCED ->
                "The text comes in lumps: the first after " + first + late
                        + ", and each time it jumps and then freezes; the longest silence lasts "
                        + Amounts.time(max(arms, "longest-gap")) + ".";
            case BUFFERED ->
                "The reader looks at an empty answer for " + first + late + ", then all of it is there at once.";
        };
    }

    private static String later(List<ArmResult> arms, ArmResult reference, String word) {
        OptionalDouble slow = max(arms, "time-to-first-visible-text");
        OptionalDouble fast = Reference.firstText(reference);
        return slow.isPresent() && fast.isPresent() && slow.getAsDouble() > fast.getAsDouble()
                ? " (" + (arms.size() == 1 ? "" : "up to ") + Amounts.time(slow.getAsDouble() - fast.getAsDouble())
                        + word + reference.name() + ")"
                : "";
    }

    private static String range(List<ArmResult> arms) {
        OptionalDouble low = medians(arms, "time-to-first-visible-text").min();
        OptionalDouble high = max(arms, "time-to-first-visible-text");
        String from = Amounts.time(low);
        String to = Amounts.time(high);
        return from.equals(to) ? from : from + " to " + to;
    }

    private static OptionalDouble max(List<ArmResult> arms, String metric) {
        return medians(arms, metric).max();
    }

    private static java.util.stream.DoubleStream medians(List<ArmResult> arms, String metric) {
        return arms.stream()
                .map(arm -> arm.statistic(metric, "p50"))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble);
    }
}
