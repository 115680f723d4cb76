package dev.streamux.analyzer.gate.file;

import dev.streamux.analyzer.gate.rule.ArmSelector;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code rules.yaml}; JSON is YAML too. {@code docs/gate.md} is its reference.
 *
 * <p>Every mistake is told at once, with file, line and the nearest known key or metric.
 */
public final class RulesFile {
    private static final List<String> KEYS = List.of("baseline", "control", "arms", "confidence", "presets", "rules");

    private final Problems problems;
    private final LocalDate today;

    private RulesFile(Problems problems, LocalDate today) {
        this.problems = problems;
        this.today = today;
    }

    /**
     * The rules of a file.
     *
     * @param today the day by which quarantines end
     * @throws InvalidInputException if the file cannot be read or is wrong; a quarantine that is over is wrong
     */
    public static GateRules read(Path file, LocalDate today) {
        try {
            return parse(Files.readString(file), String.valueOf(file), today);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("the rules " + file + " do not exist; name a file with --rules", e);
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("the rules " + file + " are no text in UTF-8; name a file with --rules", e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the rules " + file + " cannot be read: " + e.getMessage() + "; name a file with --rules", e);
        }
    }

    /** The rules of a text; {@code name} stands for the file in messages. */
    public static GateRules parse(String text, String name, LocalDate today) {
        Problems problems = new Problems(name);
        Optional<Node> root = compose(text, problems);
        if (root.isEmpty() || !(root.get() instanceof MappingNode mapping)) {
            problems.add(1, "the file is no mapping; it must have keys such as rules: with a list of rules");
            problems.throwIfAny();
            throw new IllegalStateException("a problem was noted");
        }
        GateRules rules = new RulesFile(problems, today).rules(new YamlMapping(mapping, KEYS, problems));
        problems.throwIfAny();
        return rules;
    }

    private static Optional<Node> compose(String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(line, "this is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(1, "this is no YAML: " + e.getMessage());
        }
        problems.throwIfAny();
        return Optional.empty();
    }

    private GateRules rules(YamlMapping file) {
        List<GateRule> rules = new ArrayList<>();
        RuleReader reader = new RuleReader(problems, today);
        file.items("rules").forEach(item -> reader.read(item).ifPresent(rules::add));
        requireUniqueIds(rules);
        List<GateRule> ready = new ArrayList<>();
        file.list("presets").forEach(name -> ready.addAll(preset(file, name)));
        if (rules.isEmpty() && ready.isEmpty() && problems.none()) {
            problems.add(file.line(), "there is no rule; it must have rules: with a list, or presets:");
        }
        double confidence = file.value("confidence", RulesFile::confidence).orElse(GateRules.DEFAULT_CONFIDENCE);
        List<String> arms = file.list("arms");
        return new GateRules(
                        file.value("baseline", value -> value),
                        file.value("control", value -> value),
                        arms.isEmpty() ? Optional.empty() : Optional.of(new ArmSelector(arms)),
                        confidence,
                        rules)
                .plus(ready);
    }

    private List<GateRule> preset(YamlMapping file, String name) {
        try {
            return Presets.rules(name);
        } catch (InvalidInputException e) {
            problems.add(file.node("presets").map(YamlMapping::lineOf).orElse(1), String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private void requireUniqueIds(List<GateRule> rules) {
        Set<String> ids = new HashSet<>();
        for (GateRule rule : rules) {
            if (!ids.add(rule.id())) {
                problems.add(rule.origin(), "two rules are called \"" + rule.id() + "\"; give one of them another id:");
            }
        }
    }

    private static double confidence(String text) {
        double value = text.matches("0?\\.\\d{1,6}") ? Double.parseDouble(text) : 0;
        if (!(value > 0.5 && value < 1)) {
            throw new IllegalArgumentException("confidence is " + text + "; it must be above 0.5 and below 1");
        }
        return value;
    }
}
