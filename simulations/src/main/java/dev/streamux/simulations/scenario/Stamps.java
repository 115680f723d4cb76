package dev.streamux.simulations.scenario;

import java.util.Arrays;
import java.util.List;

/** Whose clock dates what arrives; a trace calls it {@code clock}. */
public enum Stamps {
    /** The client's own, at its read. */
    USER("user"),
    /** The kernel's, where a connection allows it; other connections keep the client's own. */
    KERNEL("kernel");

    private final String word;

    Stamps(String word) {
        this.word = word;
    }

    /** The word in scenario files. */
    public String word() {
        return word;
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Stamps::word).toList();
    }
}
