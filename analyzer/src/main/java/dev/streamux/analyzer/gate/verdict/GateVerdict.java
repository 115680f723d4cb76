package dev.streamux.analyzer.gate.verdict;

import java.util.Locale;

/** What a rule or a gate comes to. */
public enum GateVerdict {
    /** The rule holds, beyond the stated doubt. */
    PASS,
    /** The rule is broken, beyond the stated doubt. */
    FAIL,
    /** The data carry neither. */
    INCONCLUSIVE;

    /** The word in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
