package dev.streamux.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class GateFilesTest {
    @Test
    void jsonTellsEveryOutcomeWithItsNumbers() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(
                        GateJson.of(report(GateReports.outcome("reader-wait.p90 < 800ms", GateVerdict.FAIL, "late"))));
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
                GateReports.outcome("streamed", GateVerdict.PASS, "the answer was streamed"),
                GateReports.outcome("reader-wait.p90 < 800ms", GateVerdict.FAIL, "late"),
                GateReports.outcome("reader-wait.p99 < 800ms", GateVerdict.INCONCLUSIVE, "too few samples"))));
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        Element skipped = (Element) xml.getElementsByTagName("skipped").item(0);
        assertThat(skipped.getAttribute("message")).isEqualTo("inconclusive: too few samples");
    }

    @Test
    void aThousandHugeFailuresFitACommentAndTenAnnotations() {
        List<RuleOutcome> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(GateReports.outcome(
                    "reader-wait.p90 < " + i + "ms", GateVerdict.FAIL, "\uD83D\uDC0C".repeat(4000)));
        }
        GateReport report = report(many.toArray(RuleOutcome[]::new));
        String summary = MarkdownSummary.of(report);
        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MarkdownSummary.MOST_BYTES);
        assertThat(summary).contains("more rules are in gate.json").contains("more in gate.json");
        assertThat(Annotations.of(report)).hasSize(10);
        assertThat(Annotations.of(report).get(9)).isEqualTo("::warning title=streamux gate::991 more are in gate.json");
    }

    private static GateReport report(RuleOutcome... outcomes) {
        return GateReports.of(List.of(outcomes));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
