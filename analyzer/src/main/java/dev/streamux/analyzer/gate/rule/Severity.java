package dev.streamux.analyzer.gate.rule;

import java.util.Locale;

/** What follows when a rule fails. */
public enum Severity {
    /** The gate fails. */
    ERROR,
    /** It is shown, and the gate goes on. */
    WARN;

    /** The word in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The severity of this word.
     *
     * @throws IllegalArgumentException if none has it
     */
    public static Severity parse(String word) {
        for (Severity severity : values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("severity is \"" + word + "\"; it must be error or warn");
    }
}
