package dev.streamux.protocol.chat.encode;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The order in which the events of several choices leave, which are laid one choice after the other: the first event of
 * each choice, then the second of each, and so on. A choice that is shorter ends earlier; what follows the choices is last.
 */
final class Interleaving {
    /** Entry i is the laid place of the event that leaves as number i; empty for one choice, where both are the same. */
    private final int[] laid;

    private final BitSet shared;
    private final int firstChoiceEnd;

    private Interleaving(int[] laid, BitSet shared, int firstChoiceEnd) {
        this.laid = laid;
        this.shared = shared;
        this.firstChoiceEnd = firstChoiceEnd;
    }

    /**
     * The order of a stream.
     *
     * @param choices the number of the run that each choice begins with, in order, and of the first run after them; fewer
     *     than three for one choice
     * @param starts entry i is the laid place of run i's first event
     * @param size events of the stream
     * @param tokens the tokens of a laid event
     */
    static Interleaving of(List<Integer> choices, int[] starts, int size, IntUnaryOperator tokens) {
        if (choices.size() < 3) {
            return new Interleaving(new int[0], new BitSet(), size);
        }
        int[] begins = choices.stream()
                .mapToInt(run -> run < starts.length ? starts[run] : size)
                .toArray();
        int[] laid = new int[size];
        BitSet shared = new BitSet(size);
        int next = 0;
        while (next < begins[0]) {
            laid[next] = next++;
        }
        int end = begins[begins.length - 1];
        for (int round = 0; next < end; round++) {
            boolean stepTaken = false;
            for (int choice = 0; choice + 1 < begins.length; choice++) {
                int place = begins[choice] + round;
                if (place < begins[choice + 1]) {
                    boolean hasTokens = tokens.applyAsInt(place) > 0;
                    shared.set(next, hasTokens && stepTaken);
                    stepTaken |= hasTokens;
                    laid[next++] = place;
                }
            }
        }
        for (; next < size; next++) {
            laid[next] = next;
        }
        return new Interleaving(laid, shared, begins[1]);
    }

    /** The laid place of the event that leaves as number {@code index}. */
    int laid(int index) {
        return laid.length == 0 ? index : laid[index];
    }

    /** Whether it shares its step with an event before it. */
    boolean sharesStep(int index) {
        return shared.get(index);
    }

    /** Whether a laid event belongs to the first choice. */
    boolean isFirstChoice(int place) {
        return place < firstChoiceEnd;
    }
}
