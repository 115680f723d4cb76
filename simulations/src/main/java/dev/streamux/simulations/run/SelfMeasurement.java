package dev.streamux.simulations.run;

import dev.streamux.simulations.measure.Quantiles;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.run.SelfCheck;
import io.netty.channel.EventLoop;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How well the load generator itself kept up: dispatch lag, event-loop delay, garbage collection, CPU. Thread-safe.
 *
 * <p>Beyond the limits the figures tell of the generator and not of the target, and the run is not valid. The limit on
 * the median dispatch lag is that of inference-perf; the limits on the tails leave room for a busy machine, because one
 * late moment in a hundred does not move a median.
 */
final class SelfMeasurement {
    static final double MEDIAN_LAG_LIMIT_MS = 10;
    static final double TAIL_LAG_LIMIT_MS = 50;
    static final double CPU_SHARE_LIMIT = 0.9;
    static final double GC_SHARE_LIMIT = 0.05;

    private static final long PROBE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final double NANOS_IN_MILLI = 1e6;
    private static final double TAIL = 0.99;

    private final NanoClock clock;
    private final Quantiles dispatchLag = new Quantiles();
    private final Quantiles loopDelay = new Quantiles();
    private final Set<EventLoop> loops = ConcurrentHashMap.newKeySet();
    private final long startNanos;
    private final long startCpuNanos;
    private final long startGcMillis;
    private volatile boolean over;

    SelfMeasurement(NanoClock clock) {
        this.clock = clock;
        startNanos = clock.nanos();
        startCpuNanos = cpuNanos();
        startGcMillis = gcMillis();
    }

    /** Notes by how much a request was dispatched after its time. */
    void dispatched(long lagNanos) {
        synchronized (dispatchLag) {
            dispatchLag.add(Math.max(0, lagNanos) / NANOS_IN_MILLI);
        }
    }

    /** Probes this loop from now on, if it is not yet. */
    void watch(EventLoop loop) {
        if (loops.add(loop)) {
            probe(loop, clock.nanos() + PROBE_NANOS);
        }
    }

    private void probe(EventLoop loop, long dueNanos) {
        if (over || loop.isShuttingDown()) {
            return;
        }
        var unused = loop.schedule(
                () -> {
                    long now = clock.nanos();
                    synchronized (loopDelay) {
                        loopDelay.add(Math.max(0, now - dueNanos) / NANOS_IN_MILLI);
                    }
                    probe(loop, Math.max(now, dueNanos) + PROBE_NANOS);
                },
                dueNanos - clock.nanos(),
                TimeUnit.NANOSECONDS);
    }

    /** The figures and whether they are within their limits; probing ends. */
    SelfCheck finish() {
        over = true;
        double wallNanos = Math.max(1, clock.nanos() - startNanos);
        Map<String, Double> figures = new LinkedHashMap<>();
        synchronized (dispatchLag) {
            dispatchLag.at(0.5).ifPresent(value -> figures.put("dispatch-lag-p50-ms", value));
            dispatchLag.at(TAIL).ifPresent(value -> figures.put("dispatch-lag-p99-ms", value));
        }
        synchronized (loopDelay) {
            loopDelay.at(TAIL).ifPresent(value -> figures.put("event-loop-delay-p99-ms", value));
        }
        double gcMillis = gcMillis() - startGcMillis;
        figures.put("gc-pause-total-ms", gcMillis);
        figures.put("gc-share", gcMillis * NANOS_IN_MILLI / wallNanos);
        int cores = Runtime.getRuntime().availableProcessors();
        figures.put("cpu-share", (cpuNanos() - startCpuNanos) / wallNanos / cores);
        List<String> reasons = reasons(figures);
        return new SelfCheck(figures, reasons.isEmpty(), reasons);
    }

    private static List<String> reasons(Map<String, Double> figures) {
        List<String> reasons = new ArrayList<>();
        exceeds(figures, "dispatch-lag-p50-ms", MEDIAN_LAG_LIMIT_MS, reasons);
        exceeds(figures, "dispatch-lag-p99-ms", TAIL_LAG_LIMIT_MS, reasons);
        exceeds(figures, "event-loop-delay-p99-ms", TAIL_LAG_LIMIT_MS, reasons);
        exceeds(figures, "gc-share", GC_SHARE_LIMIT, reasons);
        exceeds(figures, "cpu-share", CPU_SHARE_LIMIT, reasons);
        return reasons;
    }

    private static void exceeds(Map<String, Double> figures, String name, double limit, List<String> reasons) {
        double value = figures.getOrDefault(name, 0.0);
        if (value > limit) {
            reasons.add("client-bound, not valid: " + name + " is " + Math.round(value * 100) / 100.0
                    + " and its limit is " + limit + "; lower the load, or give the load generator more cores");
        }
    }

    private static long gcMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .filter(millis -> millis > 0)
                .sum();
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getProcessCpuTime()
                : 0;
    }
}
