package dev.streamux.simulations.doctor;

import dev.streamux.simulations.diagnosis.Advice;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the doctor found.
 *
 * @param target the address examined
 * @param certainty how the findings were made
 * @param sureness how much they are worth
 * @param delivery how the text is delivered without and, if that differs, with gzip offered; at least one
 * @param further what else is wrong with the path; empty if nothing is, or nothing could be asked
 * @param facts measured figures by name, in the order to show them
 * @param server how the path names itself; empty if it does not
 */
public record Examination(
        String target,
        Certainty certainty,
        Sureness sureness,
        List<Finding> delivery,
        List<Finding> further,
        Map<String, String> facts,
        String server) {

    /** How findings were made. */
    public enum Certainty {
        /** Against the origin's own times on one clock. */
        MEASURED("measured against the origin's own emission times"),
        /** Against the emission times that our mock writes into its events. */
        MARKED("measured against the emission times in the mock's own events"),
        /** From arrivals alone: a model that pauses looks like a proxy that holds. */
        INFERRED("inferred from arrival times, headers and bursts alone; --from-mock gives exact answers");

        private final String text;

        Certainty(String text) {
            this.text = text;
        }

        /** The sentence for people. */
        public String text() {
            return text;
        }
    }

    /** The answer in one word. */
    public enum Verdict {
        /** Text reaches the reader as it is written. */
        STREAMED,
        /** It does not, at least for clients that offer gzip. */
        HELD_BACK,
        /** Nothing can be said. */
        INCONCLUSIVE,
        /** Nobody answered. */
        UNREACHABLE;

        /** The word in files: lower case with hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Kinds that keep text from a reader although the answer may be complete in the end. */
    private static final Set<Kind> NOT_DELIVERY = Set.of(Kind.RETRY, Kind.QUEUEING);

    public Examination {
        delivery = List.copyOf(delivery);
        further = List.copyOf(further);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        if (delivery.isEmpty()) {
            throw new IllegalArgumentException("delivery is empty; it must have a finding");
        }
    }

    /** The verdict on delivery; further findings do not change it. */
    public Verdict verdict() {
        if (delivery.stream().allMatch(found -> found.evidence().contains("unreachable"))) {
            return Verdict.UNREACHABLE;
        }
        boolean held = delivery.stream()
                .map(Finding::kind)
                .anyMatch(kind -> !kind.isDeliveredLive() && !kind.isInconclusive() && !NOT_DELIVERY.contains(kind));
        if (held) {
            return Verdict.HELD_BACK;
        }
        return delivery.stream().anyMatch(found -> found.kind().isInconclusive())
                ? Verdict.INCONCLUSIVE
                : Verdict.STREAMED;
    }

    /** The advice for one of the findings. */
    public Advice advice(Finding finding) {
        return Advice.of(finding, server);
    }
}
