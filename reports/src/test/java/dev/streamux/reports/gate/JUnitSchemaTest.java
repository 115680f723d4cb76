package dev.streamux.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** {@code junit.xml} against {@code junit/junit.xsd}, the format as Ant, Surefire and Jenkins have it. */
class JUnitSchemaTest {
    @ParameterizedTest
    @EnumSource(GateVerdict.class)
    void everyVerdictFitsTheSchema(GateVerdict verdict) throws Exception {
        validate(JUnitXml.of(GateReports.of(List.of(GateReports.outcome("streamed", verdict, "as it is")))));
    }

    @Test
    void noRuleAndManyRulesFitTheSchema() throws Exception {
        validate(JUnitXml.of(GateReports.of(List.of())));
        List<RuleOutcome> every = List.of(
                GateReports.outcome("streamed", GateVerdict.PASS, "streamed"),
                GateReports.outcome("complete.share >= 99%", GateVerdict.FAIL, "no response of nginx is complete"),
                GateReports.outcome("reader-wait.p90 < 1s", GateVerdict.INCONCLUSIVE, "n = 12, p90 needs 29"));
        validate(JUnitXml.of(GateReports.of(every)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void anyTextFitsTheSchemaAndStaysText(String text) throws Exception {
        String xml = JUnitXml.of(GateReports.allOf(text));
        validate(xml);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        // One case a verdict, a warning and a quarantine; of the failures only the one that counts is a failure.
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(3);
        // Two suites, five cases with one element each, and what is of the whole gate.
        assertThat(document.getElementsByTagName("*").getLength()).isEqualTo(2 + 5 + 5 + 1);
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("3");
    }

    @Test
    void manyLongMessagesStayBelowTheLimitOfParsers() throws Exception {
        List<RuleOutcome> every = IntStream.range(1, 101)
                .mapToObj(i -> GateReports.outcome("reader-wait.p90 < " + i + "s", GateVerdict.FAIL, "x".repeat(5_000)))
                .toList();
        String xml = JUnitXml.of(GateReports.of(every));

        validate(xml);
        // 70,000 for 100 cases with two messages each.
        assertThat(Pattern.compile("message=\"([^\"]*)\"")
                        .matcher(xml)
                        .results()
                        .map(hit -> hit.group(1).length()))
                .hasSize(100)
                .containsOnly(350);
        assertThat(xml.length()).isLessThan(100_000);
    }

    @Test
    void aMessageOfUsualLengthIsWhole() {
        String message = "x".repeat(900);
        String xml = JUnitXml.of(GateReports.of(List.of(GateReports.outcome("streamed", GateVerdict.FAIL, message))));

        assertThat(xml).contains("message=\"" + message).doesNotContain("…");
    }

    @Test
    void theSchemaRefusesWhatIsNoJUnit() {
        String good = JUnitXml.of(GateReports.of(List.of(GateReports.outcome("streamed", GateVerdict.FAIL, "held"))));
        for (String bad : List.of(
                good.replace("<failure", "<failed").replace("</failure", "</failed"),
                good.replace(" tests=\"1\"", ""),
                good.replace(" type=\"gate\"", ""),
                good.replace("time=\"0\"", "time=\"soon\""))) {
            assertThat(bad).isNotEqualTo(good);
            assertThatThrownBy(() -> validate(bad)).isInstanceOf(SAXException.class);
        }
    }

    static List<String> hostile() {
        return HostileText.corpus();
    }

    private static void validate(String xml) throws SAXException, IOException {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(JUnitSchemaTest.class.getResource("/junit/junit.xsd")));
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }
}
