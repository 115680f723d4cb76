package dev.streamux.reports.gate;

import dev.streamux.analyzer.gate.GateResult;
import dev.streamux.analyzer.gate.Look;
import dev.streamux.analyzer.gate.Numbers;

/** Sentences that more than one file of a gate has. */
final class GateWords {
    private GateWords() {}

    /** What a look at a growing run means, such as {@code 2 of 5 at most: each bound holds at 99.8 %, …}. */
    static String look(Look look, GateResult result) {
        return look.number() + " of " + look.most() + " at most: each bound holds at "
                + Numbers.confidence(result.confidence())
                + " here, so that all looks together err no more often than one";
    }
}
