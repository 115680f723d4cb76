package dev.streamux.analyzer.metric;

import java.util.Optional;

/**
 * What {@code streamux explain} and {@code docs/metrics.md} say about a metric.
 *
 * @param id kebab-case; the key everywhere
 * @param label a short name for tables, such as {@code time to first visible text}
 * @param unit the unit in files
 * @param displayUnit the unit that people are shown, such as {@code s} for long times
 * @param direction which way is better
 * @param kind what one number belongs to
 * @param gameable why holding text back can improve it; empty if it never can, and only then it is fit for a gate alone
 * @param meaning one or two sentences: what it tells, and what it does not
 * @param formula the formula in one line, in the terms of {@code docs/metrics.md}
 * @param source where the definition comes from
 */
public record MetricInfo(
        String id,
        String label,
        Unit unit,
        String displayUnit,
        Direction direction,
        Kind kind,
        Optional<String> gameable,
        String meaning,
        String formula,
        String source) {

    public MetricInfo {
        if (!id.matches("[a-z]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("metric id is \"" + id + "\"; it must be kebab-case");
        }
    }

    /** Whether holding text back can never improve it. */
    public boolean delayMonotone() {
        return gameable.isEmpty();
    }

    /**
     * A description that starts as: milliseconds, lower is better, a number a response. Whether it is delay-monotone must be
     * said.
     */
    public static Builder of(String id, String label) {
        return new Builder(id, label);
    }

    /** Collects the parts of a description. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private final String label;
        private Unit unit = Unit.MILLISECONDS;
        private String displayUnit = "ms";
        private Direction direction = Direction.LOWER_IS_BETTER;
        private Kind kind = Kind.PER_RESPONSE;
        private Optional<String> gameable = Optional.empty();
        private boolean said;
        private String meaning = "";
        private String formula = "";

        private Builder(String id, String label) {
            this.id = id;
            this.label = label;
        }

        /** Sets the unit in files and the one that people are shown. */
        public Builder unit(Unit value, String shown) {
            unit = value;
            displayUnit = shown;
            return this;
        }

        /** Sets which way is better. */
        public Builder direction(Direction value) {
            direction = value;
            return this;
        }

        /** Sets what one number belongs to. */
        public Builder kind(Kind value) {
            kind = value;
            return this;
        }

        /** Says that holding text back can never improve the metric. */
        public Builder delayMonotone() {
            said = true;
            return this;
        }

        /** Says why holding text back can improve the metric, or that it has no better side; the end of a sentence. */
        public Builder notDelayMonotone(String reason) {
            gameable = Optional.of(reason);
            said = true;
            return this;
        }

        /** Sets what the metric tells. */
        public Builder meaning(String value) {
            meaning = value;
            return this;
        }

        /** Sets the formula. */
        public Builder formula(String value) {
            formula = value;
            return this;
        }

        /**
         * The description with its source.
         *
         * @throws IllegalStateException if nobody said whether the metric is delay-monotone
         */
        public MetricInfo source(String source) {
            if (!said) {
                throw new IllegalStateException(
                        "metric \"" + id + "\": say delayMonotone(), or notDelayMonotone(reason) why it is not");
            }
            return new MetricInfo(id, label, unit, displayUnit, direction, kind, gameable, meaning, formula, source);
        }
    }
}
