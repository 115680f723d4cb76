package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.fault.Fault;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The faults of one answer in the order in which they strike.
 *
 * <p>A fault strikes in the place of an event: the first delta after so many tokens, when that delta is due. After the
 * last token it strikes before the event that says why the answer ended.
 */
final class Strikes {
    private static final Strike NO_STRIKE =
            new Strike(Integer.MAX_VALUE, Long.MAX_VALUE, Fault.Ending.TRUNCATE, Fault.Scope.STREAM);

    /** Nothing strikes; one for all answers, so that an answer without faults has nothing to look at. */
    private static final Strikes NONE = new Strikes(List.of());

    private final List<Strike> strikes;
    private int next;

    private Strikes(List<Strike> strikes) {
        this.strikes = strikes;
    }

    /** One fault: strikes at the event or at the time, whichever is first. */
    record Strike(int event, long afterNanos, Fault.Action action, Fault.Scope scope) {}

    static Strikes of(List<Fault> faults, StreamEncoder events) {
        List<Strike> strikes = new ArrayList<>();
        for (Fault fault : faults) {
            if (fault.action() instanceof Fault.Early) {
                continue;
            }
            long after = fault.after().timeNanos();
            int event = after == Long.MAX_VALUE ? place(fault, events) : Integer.MAX_VALUE;
            strikes.add(new Strike(event, after, fault.action(), fault.scope()));
        }
        strikes.sort(Comparator.comparingInt(Strike::event));
        return strikes.isEmpty() ? NONE : new Strikes(strikes);
    }

    private static int place(Fault fault, StreamEncoder events) {
        int total = 0;
        for (int i = 0; i < events.size(); i++) {
            total += counted(events, i);
        }
        int wanted = fault.after().tokens(total);
        int before = 0;
        for (int i = 0; i < events.size(); i++) {
            boolean opening = events.kind(i) == EventKind.PREAMBLE || events.kind(i) == EventKind.STRUCTURE;
            if (before >= wanted && !(opening && events.tokens(i) == 0) && isPlace(events, i, wanted, total)) {
                return i;
            }
            before += counted(events, i);
        }
        return events.size() - 1;
    }

    /** Only a delta of the answer is a place, but after the last token the finish is. */
    private static boolean isPlace(StreamEncoder events, int index, int wanted, int total) {
        return counted(events, index) > 0 || (wanted >= total && events.kind(index) != EventKind.REASONING);
    }

    /** Reasoning does not count: the places are in tokens of the answer itself. */
    private static int counted(StreamEncoder events, int index) {
        return events.kind(index) == EventKind.REASONING ? 0 : events.tokens(index);
    }

    /** The next one to strike; at no event and at no time if there is none. */
    Strike next() {
        return remain() ? strikes.get(next) : NO_STRIKE;
    }

    /** Whether there is a next one. */
    boolean remain() {
        return next < strikes.size();
    }

    /** The next one strikes now; it does not strike again. */
    Strike take() {
        Strike taken = next();
        next++;
        return taken;
    }
}
