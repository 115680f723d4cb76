package dev.streamux.reports.finding;

import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which arms to hold against which, and their medians. */
public final class Reference {
    private Reference() {}

    /** The first arm that streams: what the others could be like. Empty if none does. */
    public static Optional<ArmResult> streamed(RunResult result) {
        return of(result, DeliveryKind.STREAMED).stream().findFirst();
    }

    /** The arms with this verdict, in the order of the result. */
    public static List<ArmResult> of(RunResult result, DeliveryKind kind) {
        return result.arms().stream()
                .filter(arm -> arm.deliveryVerdict()
                        .filter(verdict -> verdict.kind() == kind)
                        .isPresent())
                .toList();
    }

    /** The median time to first visible text in milliseconds. */
    public static OptionalDouble firstText(ArmResult arm) {
        return arm.statistic("time-to-first-visible-text", "p50");
    }

    /** The median time to the last token in milliseconds. */
    public static OptionalDouble total(ArmResult arm) {
        return arm.statistic("time-to-last-token", "p50");
    }
}
