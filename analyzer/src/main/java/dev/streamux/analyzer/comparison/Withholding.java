package dev.streamux.analyzer.comparison;

import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.delivery.DeliveryVerdict;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a buffered arm from looking better than a streamed one. Text that comes all at once has no gaps, and a server may
 * even be sooner done with it; a reader is served by neither. Only metrics that no delay can improve and that begin with
 * what a reader sees may prefer the buffered arm.
 */
final class Withholding {
    private static final Set<String> OF_THE_READER = Set.of(
            "time-to-first-visible-text",
            "time-to-first-word",
            "time-to-first-sentence",
            "time-to-first-block",
            "reader-wait",
            "mean-reading-delay",
            "text-speed-index",
            "andes-qoe");

    private Withholding() {}

    /** The comparison, with its verdict taken back if it is withheld text that wins. */
    static Comparison considered(Comparison comparison, ArmObservations baseline, ArmObservations candidate) {
        boolean bufferedWins = switch (comparison.verdict()) {
            case FASTER -> isBufferedBeside(candidate, baseline);
            case SLOWER -> isBufferedBeside(baseline, candidate);
            default -> false;
        };
        return bufferedWins && !OF_THE_READER.contains(comparison.metric().id())
                ? comparison.withVerdict(ComparisonVerdict.INCOMPARABLE)
                : comparison;
    }

    private static boolean isBufferedBeside(ArmObservations one, ArmObservations other) {
        return is(one, DeliveryKind.BUFFERED) && is(other, DeliveryKind.STREAMED);
    }

    private static boolean is(ArmObservations arm, DeliveryKind kind) {
        return arm.delivery().map(DeliveryVerdict::kind).equals(Optional.of(kind));
    }
}
