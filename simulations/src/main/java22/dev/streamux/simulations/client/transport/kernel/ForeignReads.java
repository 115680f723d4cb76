package dev.streamux.simulations.client.transport.kernel;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

/**
 * {@code recvmsg} with a control buffer. The offsets are those of 64-bit Linux, where glibc and musl agree:
 *
 * <pre>
 * struct msghdr  { name 0, namelen 8, iov 16, iovlen 24, control 32, controllen 40, flags 48 }
 * struct cmsghdr { len 0, level 8, type 12, data 16 }, data of SCM_TIMESTAMPING: struct timespec[3], the first software
 * </pre>
 */
final class ForeignReads implements StampedReads {
    private static final int CONTROL_BYTES = 256;
    private static final int MSGHDR_BYTES = 56;
    private static final int SOL_SOCKET = 1;
    private static final int SCM_TIMESTAMPING = 37;
    private static final int CMSG_HEADER_BYTES = 16;
    private static final int CLOCK_REALTIME = 0;
    private static final int EAGAIN = 11;
    private static final int EINTR = 4;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private static final StructLayout CAPTURE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CAPTURE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    // Constants, so that the compiler sees through the calls.
    private static final MethodHandle RECVMSG = link(
            "recvmsg",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            Linker.Option.captureCallState("errno"));
    private static final MethodHandle CLOCK_GETTIME = link(
            "clock_gettime",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

    private final MemorySegment captured;
    private final MemorySegment control;
    private final MemorySegment message;
    private final MemorySegment timespec;
    /** The buffer that the kernel fills, as Netty takes it. */
    private final ByteBuffer filled;

    private long stampNanos;

    ForeignReads() {
        // The segments live as long as this object; the collector frees them.
        Arena arena = Arena.ofAuto();
        captured = arena.allocate(CAPTURE);
        MemorySegment buffer = arena.allocate(MOST_BYTES, Long.BYTES);
        control = arena.allocate(CONTROL_BYTES, Long.BYTES);
        message = arena.allocate(MSGHDR_BYTES, Long.BYTES);
        timespec = arena.allocate(2L * Long.BYTES, Long.BYTES);
        MemorySegment vector = arena.allocate(2L * Long.BYTES, Long.BYTES);
        vector.set(ValueLayout.ADDRESS, 0, buffer);
        vector.set(ValueLayout.JAVA_LONG, 8, MOST_BYTES);
        message.set(ValueLayout.ADDRESS, 16, vector);
        message.set(ValueLayout.JAVA_LONG, 24, 1);
        message.set(ValueLayout.ADDRESS, 32, control);
        filled = buffer.asByteBuffer();
    }

    // Calling native code is restricted, and is what this class is for.
    @SuppressWarnings("restricted")
    private static MethodHandle link(String name, FunctionDescriptor shape, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), shape, options);
    }

    @Override
    public int read(int fd, ByteBuf into) throws IOException {
        message.set(ValueLayout.JAVA_LONG, 40, CONTROL_BYTES);
        long length = receive(fd);
        if (length > 0) {
            stampNanos = readStamp();
            into.writeBytes(filled.clear().limit((int) length));
            return (int) length;
        }
        if (length == 0) {
            return END;
        }
        int errno = (int) ERRNO.get(captured, 0L);
        if (errno == EAGAIN || errno == EINTR) {
            return NOTHING;
        }
        throw new IOException("recvmsg failed with error " + errno + (errno == 104 ? ": connection reset by peer" : ""));
    }

    @Override
    public long stampNanos() {
        return stampNanos;
    }

    @Override
    public long realtimeNanos() {
        try {
            int failed = (int) CLOCK_GETTIME.invokeExact(CLOCK_REALTIME, timespec);
            assert failed == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("the kernel's clock cannot be read", e);
        }
        return nanos(timespec, 0);
    }

    private long receive(int fd) {
        try {
            return (long) RECVMSG.invokeExact(captured, fd, message, 0);
        } catch (Throwable e) {
            throw new IllegalStateException("recvmsg cannot be called", e);
        }
    }

    /** The software stamp among the control messages; 0 if there is none. */
    private long readStamp() {
        long end = message.get(ValueLayout.JAVA_LONG, 40);
        long at = 0;
        while (at + CMSG_HEADER_BYTES <= end) {
            long length = control.get(ValueLayout.JAVA_LONG, at);
            if (length < CMSG_HEADER_BYTES) {
                return 0;
            }
            boolean stamp = control.get(ValueLayout.JAVA_INT, at + 8) == SOL_SOCKET
                    && control.get(ValueLayout.JAVA_INT, at + 12) == SCM_TIMESTAMPING;
            if (stamp) {
                return nanos(control, at + CMSG_HEADER_BYTES);
            }
            at += (length + 7) & ~7L;
        }
        return 0;
    }

    private static long nanos(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.JAVA_LONG, offset) * NANOS_PER_SECOND
                + segment.get(ValueLayout.JAVA_LONG, offset + Long.BYTES);
    }
}
