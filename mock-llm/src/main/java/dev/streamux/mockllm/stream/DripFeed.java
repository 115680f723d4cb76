package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.fault.Fault;
import java.util.ArrayDeque;
import java.util.Deque;

/** Messages that leave in small pieces. Nothing here decides when. */
final class DripFeed {
    private final Fault.Drip how;
    private final Wire wire;
    private final Deque<byte[]> messages = new ArrayDeque<>();
    private int sent;

    DripFeed(Fault.Drip how, Wire wire) {
        this.how = how;
        this.wire = wire;
    }

    /** Adds a message, which is not copied. */
    void add(byte[] message) {
        if (message.length > 0) {
            messages.add(message);
        }
    }

    /** From one piece to the next, in nanoseconds. */
    long everyNanos() {
        return how.everyNanos();
    }

    /** Sends one piece; false if there is nothing to send. A client that reads too slowly gets none this time. */
    boolean next() {
        byte[] message = messages.peek();
        if (message == null) {
            return false;
        }
        if (wire.writable()) {
            int length = Math.min(how.bytes(), message.length - sent);
            wire.writePiece(message, sent, length, sent + length == message.length);
            sent += length;
            if (sent == message.length) {
                messages.remove();
                sent = 0;
            }
        }
        return true;
    }
}
