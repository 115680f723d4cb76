package dev.streamux.simulations.client.transport.kernel;

import dev.streamux.simulations.client.transport.line.Line;
import dev.streamux.simulations.client.transport.socket.Chain;
import dev.streamux.simulations.client.transport.socket.SocketOpener;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.util.concurrent.Future;
import java.util.Optional;

/** Opens HTTP/1.1 connections of one event loop whose reads carry the kernel's stamps. */
public final class KernelOpener {
    private static final int FIRST_JAVA_WITH_FOREIGN_MEMORY = 22;

    private final SocketOpener sockets;
    private final KernelLine.Parts parts;

    private KernelOpener(SocketOpener sockets, KernelLine.Parts parts) {
        this.sockets = sockets;
        this.parts = parts;
    }

    /** An opener for this loop; empty where the platform or the loop has no such stamps. */
    public static Optional<KernelOpener> on(EventLoop loop, NanoClock clock, SocketOpener sockets) {
        if (!(loop instanceof IoEventLoop io) || !io.isCompatible(KernelLine.class)) {
            return Optional.empty();
        }
        return KernelStamps.open()
                .map(reads -> new KernelLine.Parts(io, clock, reads, new KernelClock(clock, reads)))
                .map(made -> new KernelOpener(sockets, made));
    }

    /** A connection, ready for a request; neither TLS nor a tunnel, which hide what a read completes. */
    public Future<Line> open(SocketOpener.Wish wish) {
        return Chain.then(
                wish.loop(),
                sockets.firstHop(wish),
                address -> Chain.map(
                        wish.loop(), KernelLine.open(parts, address, wish.timeout()), connected -> connected));
    }

    /** Whether this platform has kernel receive stamps: Linux with 64 bits, Java 22 or newer, run from the jar. */
    public static boolean isAvailable() {
        return KernelStamps.open().isPresent();
    }

    /**
     * Does nothing where kernel receive stamps can be had.
     *
     * @throws InvalidInputException if they cannot, which says why
     */
    public static void requireAvailable() {
        if (!isAvailable()) {
            boolean newer = Runtime.version().feature() >= FIRST_JAVA_WITH_FOREIGN_MEMORY;
            throw new InvalidInputException("kernel receive stamps cannot be had on Java "
                    + Runtime.version().feature() + ", " + System.getProperty("os.name") + ", "
                    + System.getProperty("os.arch") + "; they need Java 22 or newer and Linux on amd64 or aarch64"
                    + (newer
                            ? ", and a streamux that was built with such a Java: delete cli/target/launcher.stamp and start again"
                            : "; set JAVA_HOME to one, or go without"));
        }
    }
}
