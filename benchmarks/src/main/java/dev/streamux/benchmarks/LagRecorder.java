package dev.streamux.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Collects lags, in nanoseconds, from the sender's hand-over to the socket to the client's stamp, and the processor time
 * of this process, both in one window of time. What is sent before the window only warms up. Thread-safe.
 */
final class LagRecorder {
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final double NANOS_PER_MICRO = 1_000;

    private final Histogram lags = new ConcurrentHistogram(1, HIGHEST_NANOS, 3);
    private final long fromNanos;
    private final long toNanos;
    private final Thread watch = new Thread(this::watch, "benchmark-window");
    private volatile long cpuNanos;

    /** A window of this length on {@link System#nanoTime}, which begins when {@code warmUp} has passed. */
    LagRecorder(Duration warmUp, Duration length) {
        fromNanos = System.nanoTime() + warmUp.toNanos();
        toNanos = fromNanos + length.toNanos();
        watch.setDaemon(true);
        watch.start();
    }

    /** Notes one token. */
    void add(long emissionNanos, long arrivalNanos) {
        if (emissionNanos >= fromNanos && emissionNanos < toNanos) {
            lags.recordValue(Math.min(HIGHEST_NANOS, Math.max(1, arrivalNanos - emissionNanos)));
        }
    }

    private void watch() {
        sleepUntil(fromNanos);
        long before = processorNanos();
        sleepUntil(toNanos);
        cpuNanos = processorNanos() - before;
    }

    private static void sleepUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** A row of the table: tokens, lag p50, p90, p99, p99.9 and maximum in microseconds, processor time a token. */
    String row(String client, int streams, int perSecond) throws InterruptedException {
        watch.join();
        return String.format(
                Locale.ROOT,
                "| %s, JDK %d | %d x %d/s | %d | %.0f | %.0f | %.0f | %.0f | %.0f | %.1f |",
                client,
                Runtime.version().feature(),
                streams,
                perSecond,
                lags.getTotalCount(),
                micros(50),
                micros(90),
                micros(99),
                micros(99.9),
                lags.getMaxValue() / NANOS_PER_MICRO,
                cpuNanos / NANOS_PER_MICRO / Math.max(1, lags.getTotalCount()));
    }

    private double micros(double percentile) {
        return lags.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
