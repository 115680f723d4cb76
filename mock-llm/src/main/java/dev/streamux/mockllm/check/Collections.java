package dev.streamux.mockllm.check;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;

/** The garbage collections of this process since the watch over it began. */
final class Collections {
    /** Before it a share says nothing: one collection of a cold JVM is a large part of a second. */
    private static final long LEAST_UPTIME_MILLIS = 5_000;

    private final long collectedAtStart = collectedMillis();
    private final long startMillis = uptimeMillis();

    /** Time spent in them, in milliseconds. */
    double millis() {
        return collectedMillis() - collectedAtStart;
    }

    /** Their share of the time, in [0, 1]; empty in the first five seconds. */
    OptionalDouble share() {
        long elapsed = uptimeMillis() - startMillis;
        return elapsed < LEAST_UPTIME_MILLIS ? OptionalDouble.empty() : OptionalDouble.of(millis() / elapsed);
    }

    private static long uptimeMillis() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }

    private static long collectedMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .filter(millis -> millis > 0)
                .sum();
    }
}
