package dev.streamux.reports.chart;

import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.reports.drawing.Ink;
import dev.streamux.reports.finding.Findings;
import dev.streamux.reports.sample.ArmSample;
import dev.streamux.reports.words.Sentence;
import java.util.Optional;

/**
 * An arm as pictures show it: its number, its result and its samples.
 *
 * @param index from 0; decides colour, dash and letter
 * @param result its numbers
 * @param sample its responses
 */
public record ReportedArm(int index, ArmResult result, ArmSample sample) {
    private static final int LABEL = 20;

    /** The name; untrusted text. */
    public String name() {
        return result.name();
    }

    /** The name, shortened to what fits beside a row. */
    public String label() {
        return Sentence.shortened(result.name(), LABEL);
    }

    /** A, B, C … Z, then A2, B2 …: a mark that needs no colour. */
    public String letter() {
        String letter = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? letter : letter + (index / 26 + 1);
    }

    /** How its answers came, if any was complete. */
    public Optional<DeliveryKind> kind() {
        return result.deliveryVerdict().map(verdict -> verdict.kind());
    }

    /** The verdict with its sign, such as {@code ✕ buffered}. */
    public String verdict() {
        return kind().map(kind -> Findings.severity(kind).sign() + " " + kind.word())
                .orElse("no complete answer");
    }

    /** The ink of the verdict. */
    public Ink verdictInk() {
        return kind().map(kind -> switch (kind) {
                    case STREAMED -> Ink.GOOD;
                    case COALESCED -> Ink.WARNING;
                    case BUFFERED -> Ink.BAD;
                })
                .orElse(Ink.MUTED);
    }
}
