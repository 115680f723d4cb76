package dev.streamux.analyzer.gate.rule;

import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.gate.rule.condition.Condition;
import dev.streamux.analyzer.gate.rule.condition.Condition.DeliveryShare;
import dev.streamux.analyzer.gate.rule.condition.Condition.OutcomeShare;
import dev.streamux.analyzer.gate.rule.condition.Operator;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.trace.Outcome;
import java.util.List;
import java.util.stream.Stream;

/** Reads the part of a rule about a share of responses, such as {@code truncated.share <= 0%}. */
final class ShareParser {
    private static final List<String> KINDS =
            Stream.of(DeliveryKind.values()).map(DeliveryKind::word).toList();
    private static final List<String> KNOWN = Stream.concat(
                    Stream.of(Outcome.values()).map(Outcome::word), KINDS.stream())
            .toList();

    private ShareParser() {}

    /**
     * The condition on the share of {@code what}.
     *
     * @throws IllegalArgumentException if nothing has this name, or if no run could break the limit or keep it
     */
    static Condition parse(String what, Operator operator, String text) {
        if (!KNOWN.contains(what)) {
            throw new IllegalArgumentException("share is of \"" + what + "\"; did you mean \""
                    + NearestWord.of(what, KNOWN) + "\"? it must be one of " + String.join(", ", KNOWN));
        }
        double limit = Limits.parse(text, Unit.RATIO);
        if (!(limit >= 0 && limit <= 1)) {
            throw new IllegalArgumentException("limit is \"" + text + "\"; a share is 0% to 100%");
        }
        requireDoubt(operator, limit, text);
        return KINDS.contains(what)
                ? new DeliveryShare(kind(what), operator, limit)
                : new OutcomeShare(Outcome.parse(what), operator, limit);
    }

    private static void requireDoubt(Operator operator, double limit, String text) {
        boolean holdsAtNone = operator.holds(0, limit);
        if (holdsAtNone == operator.holds(1, limit)) {
            throw new IllegalArgumentException("limit is \"" + operator.sign() + " " + text + "\"; "
                    + (holdsAtNone ? "no run could break it" : "no run could keep it")
                    + ", so it must be another, such as <= 0% or >= 99%");
        }
    }

    private static DeliveryKind kind(String word) {
        return Stream.of(DeliveryKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
