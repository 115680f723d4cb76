package dev.streamux.reports.finding;

import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.reports.words.Amounts;
import dev.streamux.reports.words.Sentence;
import dev.streamux.trace.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The one sentence that a run comes down to. */
public final class Headline {
    /** What is said of a run that its own self-check does not vouch for, without a full stop. */
    public static final String NOT_VALID = "This run is not valid, so nothing follows from it";

    private static final double SAME_TOTAL = 0.05;

    private Headline() {}

    /** The sentence, with names of arms as they are: untrusted text, to be escaped where it is shown. */
    public static String of(RunResult result) {
        if (result.arms().stream().mapToLong(ArmResult::responses).sum() == 0) {
            return "This run holds no measured response.";
        }
        if (result.arms().stream().mapToLong(ArmResult::complete).sum() == 0) {
            return "No answer was completed: " + failures(result) + ".";
        }
        if (!result.selfCheck().valid()) {
            return NOT_VALID + ".";
        }
        List<ArmResult> buffered = Reference.of(result, DeliveryKind.BUFFERED);
        List<ArmResult> coalesced = Reference.of(result, DeliveryKind.COALESCED);
        Optional<ArmResult> reference = Reference.streamed(result);
        if (!buffered.isEmpty()) {
            return reference.map(arm -> hidden(buffered, arm)).orElseGet(() -> alone(buffered));
        }
        if (!coalesced.isEmpty()) {
            return reference.map(arm -> lumps(coalesced, arm)).orElseGet(() -> lumpsAlone(coalesced));
        }
        return streamed(result);
    }

    private static String hidden(List<ArmResult> buffered, ArmResult reference) {
        OptionalDouble slow = worstFirst(buffered);
        OptionalDouble fast = Reference.firstText(reference);
        String names = Sentence.names(buffered.stream().map(ArmResult::name).toList());
        String verb = buffered.size() == 1 ? " hides" : " hide";
        if (slow.isEmpty() || fast.isEmpty()) {
            return names + verb + " the answer until it is whole.";
        }
        return names + verb + " the answer until it is whole: first words after "
                + Amounts.time(slow.getAsDouble()) + " instead of " + Amounts.time(fast.getAsDouble()) + " ("
                + reference.name() + ")" + total(buffered, reference) + ".";
    }

    private static String total(List<ArmResult> arms, ArmResult reference) {
        OptionalDouble base = Reference.total(reference);
        boolean same = base.isPresent()
                && arms.stream().allMatch(arm -> {
                    OptionalDouble total = Reference.total(arm);
                    return total.isPresent()
                            && Math.abs(total.getAsDouble() - base.getAsDouble()) <= SAME_TOTAL * base.getAsDouble();
                });
        return same ? ", though the whole answer takes the same time" : "";
    }

    private static String alone(List<ArmResult> buffered) {
        return Sentence.names(buffered.stream().map(ArmResult::name).toList())
                + (buffered.size() == 1 ? " shows" : " show") + " nothing until the whole answer is there: first words"
                + " after " + Amounts.time(worstFirst(buffered)) + ".";
    }

    private static String lumps(List<ArmResult> coalesced, ArmResult reference) {
        return Sentence.names(coalesced.stream().map(ArmResult::name).toList())
                + (coalesced.size() == 1 ? " coalesces" : " coalesce") + " the answer into lumps: first words after "
                + Amounts.time(worstFirst(coalesced)) + " instead of "
                + Amounts.time(Reference.firstText(reference)) + " (" + reference.name() + ").";
    }

    private static String lumpsAlone(List<ArmResult> coalesced) {
        return Sentence.names(coalesced.stream().map(ArmResult::name).toList())
                + (coalesced.size() == 1 ? " coalesces" : " coalesce") + " the answer into lumps: first words after "
                + Amounts.time(worstFirst(coalesced)) + ".";
    }

    private static String streamed(RunResult result) {
        List<ArmResult> arms = result.arms().stream()
                .filter(arm -> Reference.firstText(arm).isPresent())
                .toList();
        if (arms.isEmpty()) {
            return "The answers of this run hold no visible text.";
        }
        OptionalDouble worst = worstFirst(arms);
        String who = arms.size() == 1 ? arms.get(0).name() + " streams" : "All " + arms.size() + " arms stream";
        return who + " the answer as it is written: first words after " + Amounts.time(worst)
                + (arms.size() == 1 ? "." : " at most, in the median.");
    }

    private static OptionalDouble worstFirst(List<ArmResult> arms) {
        return arms.stream()
                .map(Reference::firstText)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
    }

    private static String failures(RunResult result) {
        Map<Outcome, Long> counts = result.arms().stream()
                .flatMap(arm -> arm.outcomes().entrySet().stream())
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, java.util.TreeMap::new, Collectors.summingLong(Map.Entry::getValue)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Outcome, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry ->
                        Amounts.count(entry.getValue()) + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
    }
}
