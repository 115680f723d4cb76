package dev.streamux.analyzer.gate.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.rule.Severity;
import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void everyKeyIsRead() {
        GateRules rules = read("""
                baseline: direct
                control: direct-again
                arms: [nginx-*, haproxy]
                confidence: 0.9
                rules:
                  - reader-wait.p90 < 800ms
                  - rule: reader-wait < baseline + 10%
                    id: wait
                    arms: nginx-default
                    severity: warn
                    quarantine:
                      until: 2026-11-21
                      reason: proxy under repair
                """);
        assertThat(rules.baseline()).contains("direct");
        assertThat(rules.control()).contains("direct-again");
        assertThat(rules.arms().orElseThrow().matches("nginx-x")).isTrue();
        assertThat(rules.arms().orElseThrow().matches("direct")).isFalse();
        assertThat(rules.confidence()).isEqualTo(0.9);
        GateRule second = rules.rules().get(1);
        assertThat(second.id()).isEqualTo("wait");
        assertThat(second.severity()).isEqualTo(Severity.WARN);
        assertThat(second.origin()).isEqualTo("rules.yaml:7");
        assertThat(second.quarantine()).isPresent(); // its last day still holds
    }

    @Test
    void jsonIsRead() {
        assertThat(read("{\"rules\": [\"streamed\"]}").rules()).hasSize(1);
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsLine() {
        assertThatThrownBy(() -> read("""
                        arm: [nginx]
                        confidence: 95
                        presets: [chatt]
                        rules:
                          - reader-weit.p90 < 800ms
                          - rule: streamed
                            severity: fatal
                          - severity: warn
                          - rule: not buffered
                            quarantine: {until: 2026-11-20, reason: x}
                          - [streamed]
                        """))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "rules.yaml:1: unknown key \"arm\"; did you mean \"arms\"? the keys here are baseline, control,"
                                + " arms, confidence, presets, rules",
                        "rules.yaml:2: confidence is 95; it must be above 0.5 and below 1",
                        "rules.yaml:3: preset is \"chatt\"; did you mean \"chat\"? the presets are "
                                + String.join(", ", Presets.names()),
                        "rules.yaml:5: rule \"reader-weit.p90 < 800ms\": unknown metric \"reader-weit\"; did you mean"
                                + " \"reader-wait\"? streamux explain lists all",
                        "rules.yaml:7: severity is \"fatal\"; it must be error or warn",
                        "rules.yaml:8: rule is missing; it must be such as rule: reader-wait.p90 < 800ms",
                        "rules.yaml:10: the quarantine ended on 2026-11-20; mend what it was for and take it out, or"
                                + " set a later day with a reason",
                        "rules.yaml:11: a rule is a list; it must be a text or a mapping with rule:"));
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> read("rules:\n  - \"streamed\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rules.yaml:")
                .hasMessageContaining("this is no YAML");
        assertThatThrownBy(() -> read("")).hasMessageContaining("the file is no mapping");
        assertThatThrownBy(() -> read("- streamed")).hasMessageContaining("the file is no mapping");
    }

    @Test
    void aFileWithoutRulesIsRefused() {
        assertThatThrownBy(() -> read("baseline: direct")).hasMessageContaining("there is no rule");
        assertThatThrownBy(() -> read("rules: []")).hasMessageContaining("there is no rule");
    }

    @Test
    void aWrongRuleIsOneMistakeAndNotTwo() {
        assertThatThrownBy(() -> read("rules:\n  - streamd"))
                .hasMessage("rules.yaml:2: rule \"streamd\": rule is \"streamd\"; did you mean \"streamed\"? it must be"
                        + " streamed, not buffered, or such as \"reader-wait.p90 < 800ms\", \"complete.share >= 99%\" or"
                        + " \"reader-wait < baseline + 10%\"");
        assertThatThrownBy(() -> read("rulez: [streamed]"))
                .hasMessage("rules.yaml:1: unknown key \"rulez\"; did you mean \"rules\"? the keys here are baseline,"
                        + " control, arms, confidence, presets, rules");
    }

    @Test
    void oddYamlIsRefusedWithItsLine() {
        Map<String, String> oddities = Map.of(
                "rules:\n\t- streamed", "rules.yaml:2: this is no YAML",
                "rules: [*none]", "rules.yaml:1: this is no YAML: found undefined alias none",
                "rules: [&a streamed, *a]", "two rules are called \"streamed\"",
                "rules:\n  - <<: {severity: warn}\n    rule: streamed", "rules.yaml:2: unknown key \"<<\"",
                "rules: [streamed]\n---\nrules: [streamed]",
                        "rules.yaml:2: this is no YAML: but found another document",
                "rules: [streamed]\nrules: [streamed]", "rules.yaml:2: key \"rules\" is there twice",
                "rules:\n  -\n", "rules.yaml:2: rule \"\"",
                "rules: streamed", "rules.yaml:1: rules is no list",
                "rules: [{rule: [streamed]}]", "rules.yaml:1: rule is no plain value");
        oddities.forEach((text, message) -> assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message));
    }

    @Test
    void aRuleOfTheFileStandsBeforeThatOfAPresetAndPresetsMayShareRules() {
        GateRules rules = read("presets: [chat, voice]\nrules:\n  - {rule: streamed, severity: warn}");
        assertThat(rules.rules())
                .filteredOn(rule -> rule.id().equals("streamed"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.severity()).isEqualTo(Severity.WARN));
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsNamed(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> RulesFile.read(folder.resolve("none.yaml"), TODAY))
                .hasMessageContaining("none.yaml do not exist; name a file with --rules");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> RulesFile.read(binary, TODAY)).hasMessageContaining("are no text in UTF-8");
        assertThatThrownBy(() -> RulesFile.read(folder, TODAY)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void twoRulesOfOneNameAreRefused() {
        assertThatThrownBy(() -> read("rules: [streamed, streamed]"))
                .hasMessageContaining("rules.yaml:1: two rules are called \"streamed\"");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetParses(String name) {
        assertThat(Presets.rules(name)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gate-chat.yaml", "gate-baseline-run.yaml"})
    void everyExampleOfTheDocumentationIsRead(String name) {
        assertThat(RulesFile.read(Path.of("..", "docs", "examples", name), TODAY)
                        .rules())
                .isNotEmpty();
    }

    static List<String> presets() {
        return Presets.names();
    }

    private static GateRules read(String text) {
        return RulesFile.parse(text, "rules.yaml", TODAY);
    }
}
