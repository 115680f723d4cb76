package dev.streamux.analyzer.gate.file;

import dev.streamux.analyzer.gate.rule.ArmSelector;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.Quarantine;
import dev.streamux.analyzer.gate.rule.RuleParser;
import dev.streamux.analyzer.gate.rule.Severity;
import dev.streamux.analyzer.gate.rule.condition.Condition;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one entry of the list of rules: the rule as plain text, or a mapping with more about it. */
final class RuleReader {
    private static final List<String> KEYS = List.of("rule", "id", "arms", "severity", "quarantine");
    private static final List<String> QUARANTINE_KEYS = List.of("until", "reason");

    private final Problems problems;
    private final LocalDate today;

    RuleReader(Problems problems, LocalDate today) {
        this.problems = problems;
        this.today = today;
    }

    /** The rule; empty if something was wrong, which is noted. */
    Optional<GateRule> read(Node node) {
        String origin = problems.place(YamlMapping.lineOf(node));
        if (node instanceof ScalarNode scalar) {
            return condition(scalar.getValue(), YamlMapping.lineOf(node))
                    .map(condition -> new GateRule(
                            scalar.getValue(),
                            scalar.getValue(),
                            condition,
                            Optional.empty(),
                            Severity.ERROR,
                            Optional.empty(),
                            origin));
        }
        if (!(node instanceof MappingNode mapping)) {
            problems.add(YamlMapping.lineOf(node), "a rule is a list; it must be a text or a mapping with rule:");
            return Optional.empty();
        }
        return read(new YamlMapping(mapping, KEYS, problems), origin);
    }

    private Optional<GateRule> read(YamlMapping entry, String origin) {
        Optional<String> text = entry.value("rule", value -> value);
        if (text.isEmpty()) {
            problems.add(entry.line(), "rule is missing; it must be such as rule: reader-wait.p90 < 800ms");
            return Optional.empty();
        }
        List<String> arms = entry.list("arms");
        Severity severity = entry.value("severity", Severity::parse).orElse(Severity.ERROR);
        Optional<Quarantine> quarantine = entry.node("quarantine").flatMap(this::quarantine);
        int line = entry.node("rule").map(YamlMapping::lineOf).orElse(entry.line());
        return condition(text.get(), line)
                .map(condition -> new GateRule(
                        entry.value("id", value -> value).orElse(text.get()),
                        text.get(),
                        condition,
                        arms.isEmpty() ? Optional.empty() : Optional.of(new ArmSelector(arms)),
                        severity,
                        quarantine,
                        origin));
    }

    private Optional<Quarantine> quarantine(Node node) {
        int line = YamlMapping.lineOf(node);
        if (!(node instanceof MappingNode mapping)) {
            problems.add(line, "quarantine is no mapping; it must have until: and reason:");
            return Optional.empty();
        }
        YamlMapping entry = new YamlMapping(mapping, QUARANTINE_KEYS, problems);
        Optional<LocalDate> until = entry.value("until", RuleReader::date);
        Optional<String> reason = entry.value("reason", value -> value).filter(text -> !text.isBlank());
        if (entry.node("until").isEmpty() || reason.isEmpty()) {
            problems.add(line, "quarantine lacks its end or its reason; it must have until: and reason:");
            return Optional.empty();
        }
        if (until.isPresent() && today.isAfter(until.get())) {
            problems.add(
                    line,
                    "the quarantine ended on " + until.get() + "; mend what it was for and take it out, or set a later"
                            + " day with a reason");
        }
        return until.map(day -> new Quarantine(day, reason.get()));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("until is \"" + text + "\"; it must be a day such as 2026-12-31", e);
        }
    }

    private Optional<Condition> condition(String text, int line) {
        try {
            return Optional.of(RuleParser.parse(text));
        } catch (IllegalArgumentException e) {
            problems.add(line, "rule \"" + text + "\": " + e.getMessage());
            return Optional.empty();
        }
    }
}
