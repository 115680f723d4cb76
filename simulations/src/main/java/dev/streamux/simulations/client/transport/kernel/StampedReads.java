package dev.streamux.simulations.client.transport.kernel;

import io.netty.buffer.ByteBuf;
import java.io.IOException;

/**
 * Socket reads that also give the time at which the kernel received the bytes. Not thread-safe: one for each event loop.
 *
 * <p>Times are nanoseconds of the kernel's wall clock, as {@code SO_TIMESTAMPING} gives them; the caller subtracts an
 * offset that it samples with {@link #realtimeNanos}.
 */
interface StampedReads {
    /** The most bytes of one read. */
    int MOST_BYTES = 64 * 1024;
    /** Nothing can be read for now. */
    int NOTHING = -2;
    /** The other side has closed in order. */
    int END = -1;

    /**
     * Reads what is there.
     *
     * @param fd a non-blocking socket with time stamping switched on
     * @param into gets the bytes
     * @return how many, or {@link #NOTHING} or {@link #END}
     * @throws IOException if the connection is broken
     */
    int read(int fd, ByteBuf into) throws IOException;

    /** When the kernel received the newest bytes of the last read; 0 if it gave no stamp. */
    long stampNanos();

    /** The kernel's wall clock now. */
    long realtimeNanos();
}
