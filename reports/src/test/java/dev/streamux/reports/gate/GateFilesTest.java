package dev.streamux.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamux.analyzer.gate.Evidence;
import dev.streamux.analyzer.gate.GateResult;
import dev.streamux.analyzer.gate.GateVerdict;
import dev.streamux.analyzer.gate.RuleOutcome;
import dev.streamux.analyzer.gate.rule.GateRule;
import dev.streamux.analyzer.gate.rule.RuleParser;
import dev.streamux.analyzer.gate.rule.Severity;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.trace.run.SelfCheck;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class GateFilesTest {
    private static final String HOSTILE =
            "</failure><script>alert(1)</script> ]]> \u0000\u001b[31m & | `x` [a](https://evil) @team\n::error::x";

    @Test
    void jsonTellsEveryOutcomeWithItsNumbers() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(GateJson.of(report(outcome("reader-wait.p90 < 800ms", GateVerdict.FAIL, "late"))));
        assertThat(json.path("schema").asText()).isEqualTo("streamux-gate/1");
        assertThat(json.path("verdict").asText()).isEqualTo("fail");
        assertThat(json.path("exitCode").asInt()).isEqualTo(99);
        JsonNode outcome = json.path("outcomes").get(0);
        assertThat(outcome.path("evidence").path("bounds").get(1).asDouble()).isEqualTo(990);
        assertThat(outcome.path("evidence").path("n").asInt()).isEqualTo(40);
        assertThat(outcome.path("origin").asText()).isEqualTo("rules.yaml:7");
    }

    @Test
    void junitCountsFailuresAndSkipsWhatIsInconclusive() throws Exception {
        Document xml = parse(JUnitXml.of(report(
                outcome("streamed", GateVerdict.PASS, "the answer was streamed"),
                outcome("reader-wait.p90 < 800ms", GateVerdict.FAIL, "late"),
                outcome("reader-wait.p99 < 800ms", GateVerdict.INCONCLUSIVE, "too few samples"))));
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        Element skipped = (Element) xml.getElementsByTagName("skipped").item(0);
        assertThat(skipped.getAttribute("message")).isEqualTo("inconclusive: too few samples");
    }

    @Test
    void hostileTextStaysTextInXml() throws Exception {
        Document xml = parse(JUnitXml.of(report(outcome("streamed", GateVerdict.FAIL, HOSTILE))));
        assertThat(xml.getElementsByTagName("script").getLength()).isZero();
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(failure.getTextContent()).contains("<script>alert(1)</script> ]]> \uFFFD\uFFFD[31m");
    }

    @Test
    void hostileTextStaysTextInMarkdown() {
        String summary = MarkdownSummary.of(report(outcome("streamed", GateVerdict.FAIL, HOSTILE)));
        assertThat(summary)
                .doesNotContain("<script>")
                .doesNotContain("https://")
                .doesNotContain("@team")
                .doesNotContain("[a](")
                .doesNotContain("\u001b")
                .contains("&lt;script&gt;");
    }

    @Test
    void hostileTextStaysOneWorkflowCommand() {
        List<String> commands = Annotations.of(report(outcome("streamed", GateVerdict.FAIL, HOSTILE)));
        assertThat(commands).singleElement().satisfies(command -> {
            assertThat(command)
                    .startsWith("::error file=rules.yaml,line=7,title=streamux gate FAIL%3A nginx::streamed: ");
            assertThat(command).doesNotContain("\n").contains("%0A::error::x");
        });
    }

    @Test
    void hostileTextCannotPaintTheTerminal() {
        assertThat(GateText.of(report(outcome("streamed", GateVerdict.FAIL, HOSTILE))))
                .doesNotContain("\u001b")
                .contains("\\x1b[31m")
                .endsWith("gate         FAIL\n");
    }

    @Test
    void aThousandHugeFailuresFitACommentAndTenAnnotations() {
        List<RuleOutcome> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(outcome("reader-wait.p90 < " + i + "ms", GateVerdict.FAIL, "\uD83D\uDC0C".repeat(4000)));
        }
        GateReport report = report(many.toArray(RuleOutcome[]::new));
        String summary = MarkdownSummary.of(report);
        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MarkdownSummary.MOST_BYTES);
        assertThat(summary).contains("more rules are in gate.json").contains("more in gate.json");
        assertThat(Annotations.of(report)).hasSize(10);
        assertThat(Annotations.of(report).get(9)).isEqualTo("::warning title=streamux gate::991 more are in gate.json");
    }

    private static GateReport report(RuleOutcome... outcomes) {
        GateVerdict worst = List.of(outcomes).stream().anyMatch(outcome -> outcome.verdict() == GateVerdict.FAIL)
                ? GateVerdict.FAIL
                : GateVerdict.PASS;
        GateResult result = new GateResult(
                worst, List.of(outcomes), List.of(), SelfCheck.NONE, 0.95, Optional.empty(), List.of("a | note"));
        return new GateReport("out/run", Optional.empty(), result, worst == GateVerdict.FAIL ? 99 : 0, List.of());
    }

    private static RuleOutcome outcome(String text, GateVerdict verdict, String message) {
        GateRule rule = new GateRule(
                text, text, RuleParser.parse(text), Optional.empty(), Severity.ERROR, Optional.empty(), "rules.yaml:7");
        Evidence evidence =
                new Evidence("reader-wait.p90", Unit.MILLISECONDS, 912, new Bounds.Interval(850, 990, 0.9), 800, 40);
        return new RuleOutcome(rule, "nginx", verdict, message, Optional.of(evidence));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
