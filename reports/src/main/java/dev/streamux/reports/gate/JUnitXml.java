package dev.streamux.reports.gate;

import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.reports.words.Escape;
import dev.streamux.reports.words.Sentence;
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
 * quarantine, is {@code skipped} with its message, because no CI server knows a third state. Long messages are shortened, the
 * more the more rules there are; {@code gate.json} has them whole.
 */
public final class JUnitXml {
    /** For all messages together: the parser of JDK 24 and newer refuses a file with more than 100,000 characters of text. */
    private static final int MOST_OF_ALL_MESSAGES = 70_000;

    private static final int MOST_OF_A_MESSAGE = 1_000;
    private static final int LEAST_OF_A_MESSAGE = 100;
    private static final int MOST_OF_A_NAME = 200;
    private static final int MOST_OF_THE_REMARKS = 5_000;

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
        int most = mostOfAMessage(outcomes.size());
        for (RuleOutcome outcome : outcomes) {
            xml.writeCharacters("\n  ");
            writeCase(xml, outcome, most);
        }
        List<String> remarks = remarks(report.result());
        if (!remarks.isEmpty()) {
            xml.writeCharacters("\n  ");
            xml.writeStartElement("system-out");
            characters(xml, String.join("\n", remarks), MOST_OF_THE_REMARKS);
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    /** A failure has its message twice: as an attribute and as its text. */
    private static int mostOfAMessage(int cases) {
        int share = MOST_OF_ALL_MESSAGES / (2 * Math.max(1, cases));
        return Math.max(LEAST_OF_A_MESSAGE, Math.min(MOST_OF_A_MESSAGE, share));
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

    private static void writeCase(XMLStreamWriter xml, RuleOutcome outcome, int most) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "streamux.gate." + outcome.arm());
        attribute(xml, "name", outcome.rule().id());
        attribute(xml, "time", "0");
        if (isFailure(outcome)) {
            xml.writeStartElement("failure");
            attribute(xml, "type", "gate");
            message(xml, outcome.explanation(), most);
            String rule = outcome.rule().origin() + ": " + outcome.rule().text();
            characters(xml, rule + "\n" + outcome.explanation(), most);
            xml.writeEndElement();
        } else if (outcome.verdict() != GateVerdict.PASS) {
            xml.writeStartElement("skipped");
            message(xml, outcome.verdict().word() + ": " + outcome.explanation(), most);
            xml.writeEndElement();
        } else {
            xml.writeStartElement("system-out");
            characters(xml, outcome.explanation(), most);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static boolean isFailure(RuleOutcome outcome) {
        return outcome.verdict() == GateVerdict.FAIL && outcome.rule().counts();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Escape.xml(Sentence.shortened(value, MOST_OF_A_NAME)));
    }

    private static void message(XMLStreamWriter xml, String text, int most) throws XMLStreamException {
        xml.writeAttribute("message", Escape.xml(Sentence.shortened(text, most)));
    }

    private static void characters(XMLStreamWriter xml, String text, int most) throws XMLStreamException {
        xml.writeCharacters(Escape.xml(Sentence.shortened(text, most)));
    }
}
