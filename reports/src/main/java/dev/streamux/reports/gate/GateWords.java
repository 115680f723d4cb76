package dev.streamux.reports.gate;

import dev.streamux.analyzer.gate.run.Proof;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.Look;
import dev.streamux.analyzer.gate.verdict.Numbers;
import java.util.List;

/** Sentences that more than one file of a gate has. */
final class GateWords {
    private GateWords() {}

    /** What a look at a growing run means, such as {@code 2 of 5 at most: each bound holds at 99.8 %, …}. */
    static String look(Look look, GateResult result) {
        return look.number() + " of " + look.most() + " at most: each bound holds at "
                + Numbers.confidence(result.confidence())
                + " here, so that all looks together err no more often than one";
    }

    /** What the proofs come to, such as {@code 5 of 6 rules fire when their arm is harmed; …}. */
    static String proofs(List<Proof> proofs) {
        long firing = proofs.stream().filter(Proof::fires).count();
        String all = firing == proofs.size() ? "all " + firing : firing + " of " + proofs.size();
        return "Proof: " + all + " rules fire when their arm is harmed in a known way"
                + (firing == proofs.size() ? "" : "; a gate with a rule that cannot fire does not protect");
    }
}
