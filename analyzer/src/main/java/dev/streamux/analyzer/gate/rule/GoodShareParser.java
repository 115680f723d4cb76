package dev.streamux.analyzer.gate.rule;

import dev.streamux.analyzer.gate.rule.condition.Condition.GoodShare;
import dev.streamux.analyzer.gate.rule.condition.Need;
import dev.streamux.analyzer.gate.rule.condition.Operator;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a rule on the share of good answers, such as {@code good(reader-wait < 1s and longest-gap < 400ms).share >= 95%}. */
final class GoodShareParser {
    /** How such a rule begins. */
    static final String START = "good(";

    private static final Pattern RULE = Pattern.compile("good\\((.*)\\)\\s*\\.\\s*share\\s*(<=|>=|<|>)\\s*(\\S.*)");
    private static final Pattern NEED = Pattern.compile("([a-z][a-z0-9-]*)\\s*(<=|>=|<|>)\\s*(\\S.*)");

    private GoodShareParser() {}

    /**
     * The condition.
     *
     * @throws IllegalArgumentException if it is no such rule
     */
    static GoodShare parse(String rule) {
        Matcher matcher = RULE.matcher(rule);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "rule is \"" + rule + "\"; it must be such as \"good(chat).share >= 95%\" or"
                            + " \"good(reader-wait < 1s and longest-gap < 400ms).share >= 95%\"");
        }
        Operator operator = Operator.parse(matcher.group(2));
        if (operator.isUpperLimit()) {
            throw new IllegalArgumentException(
                    "operator is \"" + operator.sign() + "\"; more good answers are better, so it must be > or >=");
        }
        double limit = Limits.parse(matcher.group(3), Unit.RATIO);
        if (!(limit > 0 && limit < 1)) {
            throw new IllegalArgumentException("limit is \"" + matcher.group(3)
                    + "\"; it must be above 0% and below 100%, because no sample shows that every answer is good");
        }
        return new GoodShare(needs(matcher.group(1).strip()), operator, limit);
    }

    private static List<Need> needs(String text) {
        List<String> limits = NamedLimits.of(text).orElseGet(() -> List.of(text.split("\\s+and\\s+")));
        List<Need> needs = new ArrayList<>();
        for (String limit : limits) {
            needs.add(need(limit));
        }
        return needs;
    }

    private static Need need(String text) {
        Matcher matcher = NEED.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "limit of a good answer is \"" + text + "\"; it must be such as \"reader-wait < 1s\","
                            + " several joined by and, or one of " + String.join(", ", NamedLimits.names()));
        }
        Metric metric = RuleParser.metric(matcher.group(1));
        Operator operator = Operator.parse(matcher.group(2));
        RuleParser.requireGoodSide(metric.info(), operator);
        return new Need(
                metric, operator, Limits.parse(matcher.group(3), metric.info().unit()));
    }
}
