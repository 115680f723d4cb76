package dev.streamux.reports.finding;

import java.util.List;

/**
 * One thing that the run shows, from what a person feels to what proves it.
 *
 * @param severity how bad it is
 * @param verdict a word or two, such as {@code buffered}
 * @param arms the arms it is about, in the order of the result; untrusted text
 * @param feeling what the reader of the answer goes through, one sentence
 * @param causes what to change and why, one for each different change
 */
public record Finding(Severity severity, String verdict, List<String> arms, String feeling, List<Cause> causes) {
    public Finding {
        arms = List.copyOf(arms);
        causes = List.copyOf(causes);
    }

    /** How bad a finding is. */
    public enum Severity {
        /** Nothing to do. */
        GOOD("✓", "good"),
        /** People notice it. */
        WARNING("!", "warning"),
        /** People suffer from it. */
        BAD("✕", "bad");

        private final String sign;
        private final String styleClass;

        Severity(String sign, String styleClass) {
            this.sign = sign;
            this.styleClass = styleClass;
        }

        /** A sign that does not depend on colour. */
        public String sign() {
            return sign;
        }

        /** The class of the card in the style sheet. */
        public String styleClass() {
            return styleClass;
        }
    }

    /**
     * What to change, and for which reasons.
     *
     * @param reasons why it is so, one for each arm; at least one
     * @param fix what to change, one sentence; empty if there is nothing to change
     * @param code the line of configuration or code that does it; empty if there is none
     */
    public record Cause(List<Reason> reasons, String fix, String code) {
        public Cause {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why an arm behaves as it does.
     *
     * @param arms its name, or the names of arms with the same reason; untrusted text
     * @param why one sentence; untrusted text
     * @param evidence what in the traces proves it, a clause; may be empty; untrusted text
     */
    public record Reason(List<String> arms, String why, String evidence) {
        public Reason {
            arms = List.copyOf(arms);
        }
    }
}
