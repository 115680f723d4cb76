package dev.streamux.analyzer.metric;

import java.util.Optional;
import java.util.OptionalDouble;

/** A number, or the reason why there is none. An absent number is never 0, NaN or −1. */
public sealed interface MetricValue {

    /** The number in the metric's unit, empty if absent. */
    OptionalDouble number();

    /** Why there is no number, empty if present. */
    Optional<String> reason();

    /** A value of {@code number}. */
    static MetricValue of(double number) {
        return new Present(number);
    }

    /** A duration of {@code nanos} nanoseconds as a value in milliseconds. */
    static MetricValue ofNanos(long nanos) {
        return new Present(nanos / 1e6);
    }

    /** No value, for this reason. */
    static MetricValue absent(String reason) {
        return new Absent(reason);
    }

    /**
     * A number.
     *
     * @param value finite, in the unit of the metric
     */
    record Present(double value) implements MetricValue {
        public Present {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a metric value is " + value + "; it must be finite or absent");
            }
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(value);
        }

        @Override
        public Optional<String> reason() {
            return Optional.empty();
        }
    }

    /**
     * No number.
     *
     * @param why a few words in kebab-case, such as {@code no-visible-text}; reports count them
     */
    record Absent(String why) implements MetricValue {
        public Absent {
            if (why.isEmpty()) {
                throw new IllegalArgumentException("an absent value needs its reason");
            }
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.empty();
        }

        @Override
        public Optional<String> reason() {
            return Optional.of(why);
        }
    }
}
