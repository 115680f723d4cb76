package dev.streamux.simulations.client.transport.kernel;

import io.netty.channel.epoll.Epoll;
import java.util.Locale;
import java.util.Optional;

/** Where kernel receive stamps can be had: the version for Java 22 and newer, on Linux with 64 bits. */
final class KernelStamps {
    private KernelStamps() {}

    /** Reads with kernel stamps; empty where the platform has none. */
    static Optional<StampedReads> open() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        boolean known = processor.equals("amd64") || processor.equals("aarch64");
        if (!system.equals("linux") || !known || !Epoll.isAvailable()) {
            return Optional.empty();
        }
        return Optional.of(new ForeignReads());
    }
}
