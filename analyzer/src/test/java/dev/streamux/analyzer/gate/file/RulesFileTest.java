package dev.streamux.analyzer.gate.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.GateRules;
import dev.streamux.analyzer.gate.rule.Severity;
import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
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
    void twoRulesOfOneNameAreRefused() {
        assertThatThrownBy(() -> read("rules: [streamed, streamed]"))
                .hasMessageContaining("two rules are called \"streamed\"");
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
