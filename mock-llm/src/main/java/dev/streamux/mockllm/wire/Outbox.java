package dev.streamux.mockllm.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.unix.Buffer;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where the wires of one event loop put a token together before it leaves.
 *
 * <p>A token whose socket has nothing queued is handed over from here by one system call: no buffer, queue entry and
 * promise a token, and the same few cache lines for every stream. Bytes of one wire at a time; another one that comes
 * before they are flushed takes its own queue. A wire is known by a number: noting a reference with every token would cost
 * the collector's barrier each time. Only the event loop may use it.
 */
public final class Outbox {
    private static final int SIZE = 64 * 1024;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
    /** Where the bytes are in memory; 0 until a socket is met, because only then Netty's native part is there. */
    private long address;

    private long wires;
    private long owner;

    /** A number for a new wire of this loop. */
    long register() {
        wires++;
        return wires;
    }

    /** Whether so many bytes of this wire have room now, behind none but its own. */
    boolean takes(long wire, int length) {
        return (owner == wire || bytes.position() == 0) && length <= bytes.remaining();
    }

    /** The place for the bytes of this wire, which must have room; what is put there is in the outbox. */
    ByteBuffer open(long wire) {
        owner = wire;
        return bytes;
    }

    /** Whether bytes of this wire are here. */
    boolean holds(long wire) {
        return owner == wire && bytes.position() > 0;
    }

    /**
     * Hands all bytes to the socket; false if some are left, because it is full or broken.
     *
     * @param socket nothing else may wait to be written to it
     */
    boolean sendTo(Socket socket) {
        int length = bytes.position();
        int sent = 0;
        try {
            if (address == 0) {
                address = Buffer.memoryAddress(bytes);
            }
            sent = socket.sendAddress(address, 0, length);
        } catch (IOException e) {
            // Netty meets the same error when it gets the bytes, and closes the channel as it always does.
            sent = 0;
        }
        if (sent == length) {
            bytes.clear();
            return true;
        }
        bytes.position(sent).limit(length);
        bytes.compact();
        return false;
    }

    /** Takes the bytes out into a buffer of their own. */
    ByteBuf take(ByteBufAllocator allocator) {
        ByteBuf out = allocator.directBuffer(bytes.position());
        out.writeBytes(bytes.flip());
        bytes.clear();
        return out;
    }

    /** Throws this wire's bytes away. */
    void forget(long wire) {
        if (owner == wire) {
            bytes.clear();
        }
    }
}
