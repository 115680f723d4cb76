package dev.streamux.mockllm.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.unix.Buffer;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where the wires of one event loop put a token together before it leaves.
 *
 * <p>A token whose socket has nothing queued is handed over from here by one system call: no buffer, queue entry and
 * promise a token, and the same few cache lines for every stream. Bytes of one wire at a time; those that a wire has not
 * flushed go to its own queue when another one comes. Only the event loop may use it.
 */
public final class Outbox {
    private static final int SIZE = 64 * 1024;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE);
    /** Where the bytes are in memory; 0 until a socket is met, because only then Netty's native part is there. */
    private long address;

    private @Nullable Http1Wire owner;

    /** From now on the bytes are this wire's. */
    void enter(Http1Wire wire) {
        if (owner != wire) {
            spill();
            owner = wire;
        }
    }

    /** Whether bytes of this wire are here. */
    boolean holds(Http1Wire wire) {
        return owner == wire && bytes.position() > 0;
    }

    void putShort(int two) {
        if (bytes.remaining() < Short.BYTES) {
            spill();
        }
        bytes.putShort((short) two);
    }

    void put(int single) {
        if (!bytes.hasRemaining()) {
            spill();
        }
        bytes.put((byte) single);
    }

    void put(byte[] source, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > bytes.remaining()) {
            int part = bytes.remaining();
            bytes.put(source, from, part);
            from += part;
            left -= part;
            spill();
        }
        bytes.put(source, from, left);
    }

    private void spill() {
        if (owner != null && bytes.position() > 0) {
            owner.enqueue();
        }
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
    void forget(Http1Wire wire) {
        if (owner == wire) {
            bytes.clear();
        }
    }
}
