package dev.streamux.simulations.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a product does when the stream of an answer breaks. */
public enum RecoveryPolicy {
    /** Shows an error, removes what was there. */
    GIVE_UP("give-up"),
    /** Keeps the partial answer and offers a button; the reader presses it and the answer starts anew. */
    PARTIAL_WITH_RETRY("partial-with-retry"),
    /** Asks again at once, keeps the partial answer in view until the new one has overtaken it. */
    AUTOMATIC_RETRY("automatic-retry"),
    /** Sends the partial answer back and asks for the rest. */
    CONTINUATION("continuation");

    private final String word;

    RecoveryPolicy(String word) {
        this.word = word;
    }

    /** The word in scenario files. */
    public String word() {
        return word;
    }

    /** Every word, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(RecoveryPolicy::word).collect(Collectors.toList());
    }
}
