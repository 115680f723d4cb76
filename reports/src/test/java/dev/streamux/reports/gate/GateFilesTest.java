package dev.streamux.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamux.analyzer.gate.verdict.BaselineRun;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
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
    void everyFileSaysWhichLookEndedTheRoundsByWhichBoundAndWhatTheBaselineWas() throws Exception {
        GateReport report = GateReports.early(
                GateReports.outcome("reader-wait < baseline + 10%", GateVerdict.FAIL, "worse by +14.0 %"),
                new BaselineRun(
                        "out/base", Optional.of("2026-11-20T09:00:00Z"), List.of("cores was 8 and is 2"), List.of()));
        String look =
                "2 of 5 at most: each bound holds at 99.81 % here, so that all looks together err no more often than one;"
                        + " the rounds ended early, because the gate was decided";
        String bound = "reader-wait < baseline + 10% [nginx]: FAIL by the lower bound, 850 ms";
        String baseline = "out/base, started 2026-11-20T09:00:00Z; NOT comparable: cores was 8 and is 2";
        JsonNode json = new ObjectMapper().readTree(GateJson.of(report));
        assertThat(json.path("baseline").asText()).isEqualTo("out/base");
        assertThat(json.path("baselineRun").path("startedAt").asText()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(json.path("baselineRun").path("comparable").asBoolean()).isFalse();
        assertThat(json.path("baselineRun").path("differences").get(0).asText()).isEqualTo("cores was 8 and is 2");
        assertThat(json.path("look").path("early").asBoolean()).isTrue();
        assertThat(json.path("look").path("text").asText()).isEqualTo(look);
        assertThat(json.path("look").path("decidedBy").get(0).asText()).isEqualTo(bound);
        assertThat(GateText.of(report)).contains("baseline     " + baseline).contains("look         " + look);
        assertThat(JUnitXml.of(report)).contains(look.replace("<", "&lt;")).contains("baseline: " + baseline);
        Element out = (Element)
                parse(JUnitXml.of(report)).getElementsByTagName("system-out").item(0);
        assertThat(out.getTextContent()).contains(bound);
        assertThat(MarkdownSummary.of(report).replace("\\", ""))
                .contains("Look " + look)
                .contains("Baseline: out/base")
                .contains("FAIL by the lower bound, 850 ms");
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
