package dev.streamux.analyzer.result;

/**
 * Where the values of a metric lie, in its unit. Percentiles are R-7.
 *
 * @param mean arithmetic mean
 * @param min smallest value
 * @param p50 median
 * @param p75 75th percentile
 * @param p90 90th percentile
 * @param p95 95th percentile
 * @param p99 99th percentile
 * @param max largest value
 */
public record Distribution(
        double mean, double min, double p50, double p75, double p90, double p95, double p99, double max) {

    /** The percentile of this name: {@code mean}, {@code min}, {@code p50} … {@code max}; empty for another name. */
    public java.util.OptionalDouble statistic(String name) {
        return switch (name) {
            case "mean" -> java.util.OptionalDouble.of(mean);
            case "min" -> java.util.OptionalDouble.of(min);
            case "p50" -> java.util.OptionalDouble.of(p50);
            case "p75" -> java.util.OptionalDouble.of(p75);
            case "p90" -> java.util.OptionalDouble.of(p90);
            case "p95" -> java.util.OptionalDouble.of(p95);
            case "p99" -> java.util.OptionalDouble.of(p99);
            case "max" -> java.util.OptionalDouble.of(max);
            default -> java.util.OptionalDouble.empty();
        };
    }
}
