package dev.streamux.mockllm.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Which declared limits are broken, a sentence for each. */
final class Judgement {
    /** Below it a p99 is the largest value or next to it. */
    static final int LEAST_VALUES = 200;

    private Judgement() {}

    /** Judges what was measured; a p99 of too few values and a share of too short a time are not judged. */
    static List<String> reasons(
            Limits limits, MockStats.Quantiles lateness, MockStats.Quantiles loopDelay, OptionalDouble gcShare) {
        List<String> reasons = new ArrayList<>();
        if (lateness.count() >= LEAST_VALUES && lateness.p99() > limits.latenessMillis()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "events left %.1f ms late at p99; the limit is %.1f ms: fewer streams or more cores are needed",
                    lateness.p99(),
                    limits.latenessMillis()));
        }
        if (loopDelay.count() >= LEAST_VALUES && loopDelay.p99() > limits.loopDelayMillis()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "the event loops were held up for %.1f ms at p99; the limit is %.1f ms: something else needs the cores",
                    loopDelay.p99(),
                    limits.loopDelayMillis()));
        }
        if (gcShare.isPresent() && gcShare.getAsDouble() > limits.gcShare()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "garbage collections took %.1f %% of the time; the limit is %.1f %%: give the JVM more memory (-Xmx)",
                    gcShare.getAsDouble() * 100,
                    limits.gcShare() * 100));
        }
        return reasons;
    }
}
