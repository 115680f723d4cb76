package dev.streamux.simulations.hop;

import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cases of one path that are judged by their times.
 *
 * @param lagMillis p95 of the delay of the same probe without the path, measured at the same time
 * @param delivered the cases, judged
 * @param headers the headers by which the path names itself
 */
record TimedCases(double lagMillis, Map<ProbeCase, Delivered> delivered, Map<String, List<String>> headers) {
    /** A busy machine can be this late with headers; the probe's first event comes after 100 ms. */
    private static final double LATE_BY_NOISE_MILLIS = 80;

    TimedCases {
        delivered = Collections.unmodifiableMap(new EnumMap<>(delivered));
        headers = Map.copyOf(headers);
    }

    /** Whether a case found something that noise can feign. */
    boolean isDoubtful() {
        return delivered.values().stream().anyMatch(TimedCases::isDoubtful);
    }

    private static boolean isDoubtful(Delivered each) {
        Finding finding = each.finding();
        return switch (finding.kind()) {
            case JITTER, UNEXPLAINED, WITHHELD, QUEUEING, INITIAL_HOLD, NO_ANSWER -> true;
            case HEADERS_HELD -> each.headersLate().orElse(0) < LATE_BY_NOISE_MILLIS;
            default -> false;
        };
    }

    /** Each case as it was clearer: a neighbour's noise does not come again in the same place, a buffer does. */
    TimedCases orClearer(TimedCases again) {
        Map<ProbeCase, Delivered> clearer = new EnumMap<>(again.delivered);
        delivered.forEach((probe, first) -> {
            if (!isDoubtful(first) || stillWithheld(again.delivered.get(probe))) {
                clearer.put(probe, first);
            }
        });
        return new TimedCases(Math.min(lagMillis, again.lagMillis), clearer, headers);
    }

    private static boolean stillWithheld(@Nullable Delivered again) {
        return again == null || again.finding().kind() == Kind.WITHHELD;
    }
}
