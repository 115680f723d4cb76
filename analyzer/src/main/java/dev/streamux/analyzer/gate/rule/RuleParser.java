package dev.streamux.analyzer.gate.rule;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.comparison.Tolerance;
import dev.streamux.analyzer.gate.rule.condition.Condition;
import dev.streamux.analyzer.gate.rule.condition.Condition.Budget;
import dev.streamux.analyzer.gate.rule.condition.Condition.NotBuffered;
import dev.streamux.analyzer.gate.rule.condition.Condition.Relative;
import dev.streamux.analyzer.gate.rule.condition.Condition.Streamed;
import dev.streamux.analyzer.gate.rule.condition.Operator;
import dev.streamux.analyzer.gate.rule.condition.Statistic;
import dev.streamux.analyzer.metric.Kind;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one rule.
 *
 * <pre>{@code
 * rule      = "streamed" | "not buffered" | share | good | budget | relative ;
 * share     = ( outcome | delivery ) ".share" operator limit ;
 * good      = "good(" ( name | need { "and" need } ) ").share" operator limit ;
 * need      = metric operator limit ;
 * budget    = metric "." statistic operator limit ;
 * relative  = metric operator "baseline" ( "+" | "-" ) percent [ "and" limit ] ;
 * operator  = "<" | "<=" | ">" | ">=" ;
 * statistic = "p" number | "p(" number ")" | "med" | "median" | "mean" | "avg" ;
 * limit     = number [ "ns" | "us" | "ms" | "s" | "m" | "%" | "/s" ] ;
 * percent   = number "%" ;
 * outcome   = "complete" | "truncated" | "error" | "reset" | "stalled" | … ;
 * delivery  = "streamed" | "coalesced" | "buffered" ;
 * name      = "chat" | "voice" | "mlperf-mixtral" | … ;
 * metric    = the id of a metric, such as "reader-wait" ;
 * }</pre>
 *
 * <p>Blanks may stand between any two parts. {@code and} gives a relative rule its absolute tolerance: {@code
 * reader-wait < baseline + 10% and 20ms} fails only beyond both.
 */
public final class RuleParser {
    private static final Pattern RULE = Pattern.compile(
            "([a-z][a-z0-9-]*)\\s*(?:\\.\\s*([A-Za-z0-9.()]+?))?\\s*" + "(<=|>=|==|=|!=|<|>)\\s*(\\S.*)");
    private static final Pattern BASELINE =
            Pattern.compile("baseline\\s*([+-])\\s*(\\d+(?:\\.\\d+)?)\\s*%(?:\\s*and\\s+(\\S+))?");

    private static final List<String> WORDS = List.of("streamed", "not buffered");
    /** Metrics that say what streaming gained, which may be less than nothing. */
    private static final String SIGNED = "gain-";

    private RuleParser() {}

    /**
     * The condition that the text states.
     *
     * @throws IllegalArgumentException if it is no rule; the message says what is wrong and what is allowed
     */
    public static Condition parse(String text) {
        String rule = text.strip();
        if (rule.equals("streamed")) {
            return new Streamed();
        }
        if (rule.equals("not buffered")) {
            return new NotBuffered();
        }
        if (rule.startsWith(GoodShareParser.START)) {
            return GoodShareParser.parse(rule);
        }
        Matcher matcher = RULE.matcher(rule);
        if (!matcher.matches()) {
            String guess = NearestWord.slipOf(rule, WORDS)
                    .map(word -> "; did you mean \"" + word + "\"?")
                    .orElse(";");
            throw new IllegalArgumentException(
                    "rule is \"" + rule + "\"" + guess + " it must be streamed, not buffered, or such as"
                            + " \"reader-wait.p90 < 800ms\", \"complete.share >= 99%\" or \"reader-wait < baseline + 10%\"");
        }
        Operator operator = Operator.parse(matcher.group(3));
        String statistic = matcher.group(2);
        String limit = matcher.group(4).strip();
        if (limit.startsWith("baseline")) {
            return relative(matcher.group(1), statistic, operator, limit);
        }
        if (statistic == null) {
            throw new IllegalArgumentException("rule is \"" + rule + "\"; it must name a statistic, such as \""
                    + matcher.group(1) + ".p90 " + operator.sign() + " " + limit + "\"");
        }
        if (statistic.equals("share")) {
            return ShareParser.parse(matcher.group(1), operator, limit);
        }
        return budget(matcher.group(1), Statistic.parse(statistic), operator, limit);
    }

    private static Condition budget(String id, Statistic statistic, Operator operator, String limit) {
        Metric metric = metric(id);
        requireGoodSide(metric.info(), operator);
        double value = Limits.parse(limit, metric.info().unit());
        if (value < 0 && !id.startsWith(SIGNED)) {
            throw new IllegalArgumentException(
                    "limit is \"" + limit + "\"; " + id + " is never below 0, so the limit" + " must not be either");
        }
        return new Budget(metric, statistic, operator, value);
    }

    private static Condition relative(
            String id, @org.jspecify.annotations.Nullable String statistic, Operator operator, String limit) {
        Metric metric = metric(id);
        MetricInfo info = metric.info();
        Matcher matcher = BASELINE.matcher(limit);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "limit is \"" + limit + "\"; it must be such as \"baseline + 10%\" or \"baseline + 10% and 20ms\"");
        }
        if (statistic != null) {
            throw new IllegalArgumentException(
                    "\"" + id + "." + statistic + "\" stands before baseline; a relative rule"
                            + " compares whole distributions, so it must be \"" + id + "\" alone");
        }
        requireGoodSide(info, operator);
        boolean worseIsMore = operator.isUpperLimit();
        if (worseIsMore != matcher.group(1).equals("+")) {
            throw new IllegalArgumentException("limit is \"" + limit + "\"; it must be "
                    + (worseIsMore ? "baseline + for an upper limit" : "baseline - for a lower limit"));
        }
        double percent = Double.parseDouble(matcher.group(2)) / 100;
        if (!worseIsMore && percent >= 1) {
            throw new IllegalArgumentException("limit is \"" + limit + "\"; it must allow less than 100 % to be lost");
        }
        if (percent == 0) {
            throw new IllegalArgumentException("limit is \"" + limit
                    + "\"; no sample shows that two equal arms differ by"
                    + " nothing at all, so the margin must be above 0 %, such as baseline " + matcher.group(1) + " 5%");
        }
        String floor = matcher.group(3);
        double absolute = floor == null ? Tolerance.defaultAbsolute(info.unit()) : Limits.parse(floor, info.unit());
        return new Relative(metric, new Tolerance(worseIsMore ? percent : 1 / (1 - percent) - 1, absolute));
    }

    static Metric metric(String id) {
        Metric metric = MetricCatalog.find(id)
                .orElseThrow(() -> new IllegalArgumentException("unknown metric \"" + id + "\"; did you mean \""
                        + MetricCatalog.nearest(id) + "\"? streamux explain lists all"));
        if (metric.info().kind() == Kind.PER_RUN) {
            throw new IllegalArgumentException("metric \"" + id
                    + "\" is one number a run, which no bound can be put on; a rule needs a number a response");
        }
        return metric;
    }

    static void requireGoodSide(MetricInfo info, Operator operator) {
        boolean wrong = switch (info.direction()) {
            case LOWER_IS_BETTER -> !operator.isUpperLimit();
            case HIGHER_IS_BETTER -> operator.isUpperLimit();
            case NEUTRAL -> false;
        };
        if (wrong) {
            throw new IllegalArgumentException("operator is \"" + operator.sign() + "\"; for " + info.id() + " "
                    + info.direction().words() + ", so it must be "
                    + (operator.isUpperLimit() ? "> or >=" : "< or <="));
        }
    }
}
