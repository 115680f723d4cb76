package dev.streamux.analyzer.metric;

/**
 * What {@code streamux explain} and {@code docs/metrics.md} say about a metric.
 *
 * @param id kebab-case; the key everywhere
 * @param label a short name for tables, such as {@code time to first visible text}
 * @param unit the unit in files
 * @param displayUnit the unit that people are shown, such as {@code s} for long times
 * @param direction which way is better
 * @param kind what one number belongs to
 * @param delayMonotone whether holding text back can never improve it; only such metrics are fit for a gate
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
        boolean delayMonotone,
        String meaning,
        String formula,
        String source) {

    public MetricInfo {
        if (!id.matches("[a-z]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("metric id is \"" + id + "\"; it must be kebab-case");
        }
    }

    /** A description that starts as: milliseconds, lower is better, a number a response, not delay-monotone. */
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
        private boolean delayMonotone;
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
            delayMonotone = true;
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

        /** The description with its source. */
        public MetricInfo source(String source) {
            return new MetricInfo(
                    id, label, unit, displayUnit, direction, kind, delayMonotone, meaning, formula, source);
        }
    }
}
