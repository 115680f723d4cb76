package dev.streamux.simulations.experiment.figure;

import dev.streamux.simulations.scenario.RecoveryPolicy;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a reader went through for one question whose first stream broke. Pure.
 *
 * @param requests how many were sent, ≥ 1
 * @param breakKnownNanos from the last text before the break to the moment when the product knows of it; with no text,
 *     from the intended start
 * @param wholeNanos from the intended start of the question to its whole answer; empty if there never was one
 * @param lostCharacters of text that the reader had seen and then no longer
 * @param repeatedCharacters of text that came over the wire a second time
 */
record RecoveredQuestion(
        int requests, long breakKnownNanos, OptionalLong wholeNanos, int lostCharacters, int repeatedCharacters) {

    /**
     * The question of these attempts, in order, of which the first did not complete.
     */
    static RecoveredQuestion of(RecoveryPolicy policy, List<ResponseTrace> attempts) {
        ResponseTrace first = attempts.get(0);
        ResponseTrace last = attempts.get(attempts.size() - 1);
        OptionalLong whole = last.outcome() == Outcome.COMPLETE
                ? OptionalLong.of(last.endNanos() - first.intendedNanos())
                : OptionalLong.empty();
        int lost = 0;
        int repeated = 0;
        for (int i = 1; i < attempts.size(); i++) {
            String before = attempts.get(i - 1).text().orElse("");
            String after = attempts.get(i).text().orElse("");
            if (policy == RecoveryPolicy.CONTINUATION) {
                repeated += overlap(before, after);
            } else {
                int common = commonPrefix(before, after);
                repeated += common;
                // A button replaces what was there. Kept in view, only what turns out different goes away.
                lost += policy == RecoveryPolicy.PARTIAL_WITH_RETRY ? length(before) : length(before) - common;
            }
        }
        if (policy == RecoveryPolicy.GIVE_UP) {
            lost = length(first.text().orElse(""));
        }
        return new RecoveredQuestion(attempts.size(), breakKnown(first), whole, lost, repeated);
    }

    private static long breakKnown(ResponseTrace first) {
        Chunks chunks = first.chunks();
        long from = chunks.isEmpty() ? first.intendedNanos() : chunks.timeNanos(chunks.size() - 1);
        return Math.max(0, first.endNanos() - from);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Code points that both begin with. */
    static int commonPrefix(String one, String other) {
        int common = 0;
        while (common < one.length() && common < other.length() && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return one.codePointCount(0, common);
    }

    /** Code points at the end of the first with which the second begins; a continuation that starts anew has them all. */
    static int overlap(String before, String after) {
        for (int size = Math.min(before.length(), after.length()); size > 0; size--) {
            if (before.endsWith(after.substring(0, size))) {
                return after.codePointCount(0, size);
            }
        }
        return commonPrefix(before, after);
    }
}
