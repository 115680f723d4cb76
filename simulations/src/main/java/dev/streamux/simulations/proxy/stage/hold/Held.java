package dev.streamux.simulations.proxy.stage.hold;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.Deque;

/** Bytes that a stage holds back, in order. */
final class Held {
    private final Deque<ByteBuf> pieces = new ArrayDeque<>();
    private int size;

    /** The number of bytes held, ≥ 0. */
    int size() {
        return size;
    }

    /** Takes over the buffer. */
    void add(ByteBuf bytes) {
        size += bytes.readableBytes();
        pieces.add(bytes);
    }

    /** Hands out everything in one buffer, which is empty if nothing is held. */
    ByteBuf takeAll() {
        return take(size);
    }

    /** Hands out the first {@code count} bytes in one buffer; there must be as many. */
    ByteBuf take(int count) {
        if (count == 0) {
            return Unpooled.EMPTY_BUFFER;
        }
        ByteBuf taken = Unpooled.buffer(count, count);
        while (taken.readableBytes() < count) {
            ByteBuf first = pieces.element();
            taken.writeBytes(first, Math.min(first.readableBytes(), count - taken.readableBytes()));
            if (!first.isReadable()) {
                pieces.remove().release();
            }
        }
        size -= count;
        return taken;
    }

    /** Lets go of everything. */
    void clear() {
        pieces.forEach(ByteBuf::release);
        pieces.clear();
        size = 0;
    }
}
