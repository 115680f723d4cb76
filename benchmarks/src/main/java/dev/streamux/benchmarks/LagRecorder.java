package dev.streamux.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Collects lags, in nanoseconds, from the mock's hand-over to the socket to the client's stamp. Thread-safe. */
final class LagRecorder {
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final double NANOS_PER_MICRO = 1_000;

    private final Histogram lags = new ConcurrentHistogram(1, HIGHEST_NANOS, 3);
    private final long measureFromNanos;
    private volatile boolean measuring;
    private long cpuAtStart;

    /** Counts from this value of {@link System#nanoTime} on; what comes before only warms up. */
    LagRecorder(long measureFromNanos) {
        this.measureFromNanos = measureFromNanos;
    }

    /** Notes one token. */
    void add(long emissionNanos, long arrivalNanos) {
        if (emissionNanos < measureFromNanos) {
            return;
        }
        if (!measuring) {
            begin();
        }
        lags.recordValue(Math.min(HIGHEST_NANOS, Math.max(1, arrivalNanos - emissionNanos)));
    }

    private synchronized void begin() {
        if (!measuring) {
            cpuAtStart = cpuNanos();
            measuring = true;
        }
    }

    /** A row of the table: tokens, lag p50, p90, p99, p99.9 and maximum in microseconds, processor time a token. */
    synchronized String row(String client, int streams, int perSecond) {
        double cpuMicros = (cpuNanos() - cpuAtStart) / NANOS_PER_MICRO / Math.max(1, lags.getTotalCount());
        return String.format(
                Locale.ROOT,
                "| %s | %d x %d/s | %d | %.0f | %.0f | %.0f | %.0f | %.0f | %.1f |",
                client,
                streams,
                perSecond,
                lags.getTotalCount(),
                micros(50),
                micros(90),
                micros(99),
                micros(99.9),
                lags.getMaxValue() / NANOS_PER_MICRO,
                cpuMicros);
    }

    private double micros(double percentile) {
        return lags.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
