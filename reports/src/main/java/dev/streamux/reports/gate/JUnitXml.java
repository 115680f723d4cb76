package dev.streamux.reports.gate;

import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.reports.words.Escape;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}: one test case a rule and arm.
 *
 * <p>A failure that counts is a {@code failure}; an inconclusive rule, and a failure that only warns or is in
 * quarantine, is {@code skipped} with its message, because no CI server knows a third state.
 */
public final class JUnitXml {
    private JUnitXml() {}

    /** The text of the file. */
    public static String of(GateReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            writeSuite(xml, report);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string was not written to", e);
        }
        return text.append('\n').toString();
    }

    private static void writeSuite(XMLStreamWriter xml, GateReport report) throws XMLStreamException {
        List<RuleOutcome> outcomes = report.result().outcomes();
        long failures = outcomes.stream().filter(JUnitXml::isFailure).count();
        long skipped = outcomes.stream()
                .filter(outcome -> outcome.verdict() != GateVerdict.PASS && !isFailure(outcome))
                .count();
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "streamux gate " + report.run());
        attribute(xml, "tests", String.valueOf(outcomes.size()));
        attribute(xml, "failures", String.valueOf(failures));
        attribute(xml, "errors", "0");
        attribute(xml, "skipped", String.valueOf(skipped));
        for (RuleOutcome outcome : outcomes) {
            xml.writeCharacters("\n  ");
            writeCase(xml, outcome);
        }
        List<String> remarks = remarks(report.result());
        if (!remarks.isEmpty()) {
            xml.writeCharacters("\n  ");
            xml.writeStartElement("system-out");
            xml.writeCharacters(Escape.xml(String.join("\n", remarks)));
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    /** What is of the whole gate and of no single rule. */
    private static List<String> remarks(GateResult result) {
        List<String> remarks = new ArrayList<>();
        result.baseline().ifPresent(baseline -> remarks.add("baseline: " + baseline.text()));
        result.look().ifPresent(look -> {
            remarks.add("look " + GateWords.look(look, result));
            remarks.addAll(GateWords.isEarly(look, result) ? GateWords.decisive(result) : List.of());
        });
        remarks.addAll(result.notes());
        return remarks;
    }

    private static void writeCase(XMLStreamWriter xml, RuleOutcome outcome) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "streamux.gate." + outcome.arm());
        attribute(xml, "name", outcome.rule().id());
        attribute(xml, "time", "0");
        if (isFailure(outcome)) {
            xml.writeStartElement("failure");
            attribute(xml, "type", "gate");
            attribute(xml, "message", outcome.explanation());
            xml.writeCharacters(
                    Escape.xml(outcome.rule().origin() + ": " + outcome.rule().text() + "\n" + outcome.explanation()));
            xml.writeEndElement();
        } else if (outcome.verdict() != GateVerdict.PASS) {
            xml.writeStartElement("skipped");
            attribute(xml, "message", outcome.verdict().word() + ": " + outcome.explanation());
            xml.writeEndElement();
        } else {
            xml.writeStartElement("system-out");
            xml.writeCharacters(Escape.xml(outcome.explanation()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static boolean isFailure(RuleOutcome outcome) {
        return outcome.verdict() == GateVerdict.FAIL && outcome.rule().counts();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Escape.xml(value));
    }
}
