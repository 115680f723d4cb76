package dev.streamux.cli.gate;

import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gates that were rehearsed with one harm.
 *
 * @param harm what was done to the second arm
 * @param planned how many gates there were to be, above 0
 * @param results one a gate, in the order of play; fewer than planned if the user stopped it, perhaps none
 */
public record RehearsedSeries(Harm harm, int planned, List<GateResult> results) {
    /** A buffer that is smaller than the answer collects it into lumps; the message names the buffer too. */
    private static final Pattern NAMED = Pattern.compile("the stream was (buffered|coalesced)");

    public RehearsedSeries {
        results = List.copyOf(results);
    }

    /** How many gates ended so. */
    public long count(GateVerdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    /** Whether every gate was played and did what it is for: no failure without harm, nothing but failures with it. */
    public boolean isSound() {
        if (results.size() < planned) {
            return false;
        }
        boolean harmed = !(harm instanceof Harm.None);
        return harmed ? count(GateVerdict.FAIL) == results.size() : count(GateVerdict.FAIL) == 0;
    }

    /** Whether every gate said in words that the stream was held in a buffer. */
    public boolean namesBuffering() {
        return results.stream()
                .allMatch(result -> result.with(GateVerdict.FAIL).stream()
                        .map(RuleOutcome::message)
                        .anyMatch(NAMED.asPredicate()));
    }

    /** The series for people: a line with the verdicts, then the rules that fired and those that never did. */
    public String text() {
        if (results.isEmpty()) {
            return harm.words() + ": not played";
        }
        StringBuilder text = new StringBuilder(harm.words());
        if (results.size() < planned) {
            text.append(", stopped after ")
                    .append(results.size())
                    .append(" of ")
                    .append(planned);
        }
        text.append(':');
        for (GateVerdict verdict : GateVerdict.values()) {
            text.append(' ').append(count(verdict)).append(' ').append(verdict.word());
        }
        if (harm instanceof Harm.Buffered) {
            text.append(namesBuffering() ? "; each names buffering" : "; NOT each names buffering");
        }
        for (RuleOutcome rule : results.get(0).outcomes()) {
            long fired = results.stream()
                    .flatMap(result -> result.with(GateVerdict.FAIL).stream())
                    .filter(outcome -> outcome.rule().id().equals(rule.rule().id()))
                    .count();
            text.append(System.lineSeparator())
                    .append(fired == 0 ? "  never fired: " : "  fired " + fired + " of " + results.size() + ": ")
                    .append(rule.rule().id());
        }
        return text.toString();
    }
}
