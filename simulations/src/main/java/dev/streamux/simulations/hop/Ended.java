package dev.streamux.simulations.hop;

import dev.streamux.simulations.origin.Attempt;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one case ended.
 *
 * @param outcome as the client saw it
 * @param attempts how often the one request reached the origin
 * @param events how many events with text the client had by then
 * @param departure what became of the answer after the client had left; empty if it did not, or never reached the origin
 * @param addedMillis from the origin's end to the client's; empty if either did not see one
 * @param silenceMillis from the last event before a cut by the path to that cut; empty if the path cut nothing
 */
public record Ended(
        Outcome outcome,
        int attempts,
        int events,
        Optional<Departure> departure,
        OptionalDouble addedMillis,
        OptionalDouble silenceMillis) {

    static Ended of(ProbeCase probe, CaseResult result) {
        ResponseTrace trace = result.trace();
        Optional<Attempt> last = result.attempts().isEmpty()
                ? Optional.empty()
                : Optional.of(result.attempts().get(result.attempts().size() - 1));
        return new Ended(
                trace.outcome(),
                result.attempts().size(),
                trace.chunks().size(),
                probe.isDeparture() ? last.map(attempt -> Departure.of(attempt, trace.endNanos())) : Optional.empty(),
                last.isPresent() && last.get().endNanos().isPresent()
                        ? OptionalDouble.of(
                                (trace.endNanos() - last.get().endNanos().getAsLong()) / 1e6)
                        : OptionalDouble.empty(),
                probe == ProbeCase.SILENCE ? silenceCut(result) : OptionalDouble.empty());
    }

    private static OptionalDouble silenceCut(CaseResult silence) {
        ResponseTrace trace = silence.trace();
        if (trace.outcome() == Outcome.COMPLETE || silence.attempts().isEmpty()) {
            return OptionalDouble.empty();
        }
        Attempt attempt = silence.attempts().get(0);
        int written = attempt.emitted().size();
        boolean cutBeforeTheEnd = attempt.endNanos().isEmpty() && written > 0;
        return cutBeforeTheEnd
                ? OptionalDouble.of((trace.endNanos() - attempt.emitted().get(written - 1)) / 1e6)
                : OptionalDouble.empty();
    }

    /** Whether the client waited until it gave up. */
    boolean isHang() {
        return outcome == Outcome.STALLED || outcome == Outcome.TIMEOUT;
    }

    /** Whether a broken answer looked like a finished one. */
    boolean isTruncated() {
        return outcome == Outcome.TRUNCATED;
    }

    /** Whether the origin learned late or never that the client had left. */
    boolean isLeak() {
        return departure.filter(found -> !found.isPrompt()).isPresent();
    }

    /** Of two measurements of a case the one that says less ill of the path: noise adds lateness, it takes none away. */
    Ended orBetter(Ended again) {
        return isLeak() && !again.isLeak() ? again : this;
    }
}
