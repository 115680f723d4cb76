package dev.streamux.reports.gate;

import dev.streamux.analyzer.gate.run.Proof;
import dev.streamux.analyzer.gate.verdict.Evidence;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.Look;
import dev.streamux.analyzer.stats.Confidence;
import java.util.List;

/** Sentences that more than one file of a gate has. */
final class GateWords {
    private GateWords() {}

    /** What a look at a growing run means, such as {@code 2 of 5 at most: each bound holds at 99.8 %, …}. */
    static String look(Look look, GateResult result) {
        return look.number() + " of " + look.most() + " at most: each bound holds at "
                + Confidence.text(result.confidence())
                + " here, so that all looks together err no more often than one"
                + (isEarly(look, result) ? "; the rounds ended early, because the gate was decided" : "");
    }

    /** Whether the gate was decided before the last look that was planned. */
    static boolean isEarly(Look look, GateResult result) {
        return look.number() < look.most() && result.verdict() != GateVerdict.INCONCLUSIVE;
    }

    /**
     * Which bounds carry the verdict, a sentence a rule and arm: of a failure those that failed, of a pass all. Rules that count
     * what happened have none.
     */
    static List<String> decisive(GateResult result) {
        return result.with(result.verdict()).stream()
                .filter(outcome -> outcome.rule().counts())
                .flatMap(outcome -> outcome.evidence().flatMap(Evidence::decidedBy).stream()
                        .map(bound -> outcome.rule().id() + " [" + outcome.arm() + "]: "
                                + outcome.verdict().name() + " by " + bound))
                .toList();
    }

    /** What the proofs come to, such as {@code 5 of 6 rules fire when their arm is harmed; …}. */
    static String proofs(List<Proof> proofs) {
        long firing = proofs.stream().filter(Proof::fires).count();
        String all = firing == proofs.size() ? "all " + firing : firing + " of " + proofs.size();
        return "Proof: " + all + " rules fire when their arm is harmed in a known way"
                + (firing == proofs.size() ? "" : "; a gate with a rule that cannot fire does not protect");
    }
}
