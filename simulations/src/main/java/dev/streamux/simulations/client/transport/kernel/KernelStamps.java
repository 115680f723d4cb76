package dev.streamux.simulations.client.transport.kernel;

import java.util.Optional;

/**
 * Where kernel receive stamps can be had. This is the version for Java 17 to 21, which cannot reach the kernel; the jar
 * carries another one for Java 22 and newer.
 */
final class KernelStamps {
    private KernelStamps() {}

    /** Reads with kernel stamps; empty where the platform has none. */
    static Optional<StampedReads> open() {
        return Optional.empty();
    }
}
