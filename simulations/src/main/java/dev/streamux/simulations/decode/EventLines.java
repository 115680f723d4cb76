package dev.streamux.simulations.decode;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamux.protocol.sse.EventTooLargeException;
import dev.streamux.protocol.sse.SseDecoder;
import dev.streamux.protocol.sse.SseEvent;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes each event of a stream as one JSON line as soon as it is complete, and flushes it.
 *
 * <p>A line is {@code {"type":…,"data":…,"lastEventId":…,"retry":…,"arrivalNanos":…}} in UTF-8; {@code retry} is null
 * unless the field came since the event before; {@code arrivalNanos} is the read that completed the event.
 */
public final class EventLines {
    private static final int READ_BYTES = 64 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final OutputStream out;
    private final NanoClock clock;
    private final SseDecoder decoder;
    private long arrivalNanos;
    private long events;
    private boolean readerLeft;

    /** Lines to {@code out}, which is not closed, with arrivals on {@code clock}. */
    public EventLines(OutputStream out, NanoClock clock) {
        this.out = out;
        this.clock = clock;
        this.decoder = new SseDecoder(this::write);
    }

    /**
     * Reads the stream to its end.
     *
     * @throws InvalidInputException if one event is larger than the decoder's limit
     * @throws UncheckedIOException if the stream breaks or nobody reads the lines any more
     */
    public void copy(InputStream in) {
        byte[] bytes = new byte[READ_BYTES];
        try {
            int length = in.read(bytes);
            while (length >= 0) {
                feed(bytes, length, clock.nanos());
                length = in.read(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the next bytes, which arrived at {@code nanos}. */
    void feed(byte[] bytes, int length, long nanos) {
        arrivalNanos = nanos;
        try {
            decoder.feed(bytes, 0, length);
        } catch (EventTooLargeException e) {
            throw new InvalidInputException(e.getMessage() + "; is this an event stream?", e);
        }
    }

    /** How many events were written. */
    public long events() {
        return events;
    }

    /** Whether a line could not be written, most often because the other end of a pipe was closed. */
    public boolean readerLeft() {
        return readerLeft;
    }

    /** Bytes of a last event that the end of the stream cut off and that was therefore discarded. */
    public int discardedBytes() {
        return decoder.pendingBytes();
    }

    private void write(SseEvent event) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("type", event.type());
        line.put("data", event.data());
        line.put("lastEventId", event.lastEventId());
        if (event.retryMillis().isPresent()) {
            line.put("retry", event.retryMillis().getAsLong());
        } else {
            line.putNull("retry");
        }
        line.put("arrivalNanos", arrivalNanos);
        try {
            out.write((MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            readerLeft = true;
            throw new UncheckedIOException(e);
        }
        events++;
    }
}
