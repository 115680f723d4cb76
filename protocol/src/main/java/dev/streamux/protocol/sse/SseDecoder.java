package dev.streamux.protocol.sse;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Decodes an event stream that arrives in pieces cut anywhere, by the WHATWG rules.
 *
 * <p>The grammar is that of the HTML standard, section "Server-sent events":
 *
 * <pre>
 * stream  = [ BOM ] *event
 * event   = *( comment / field ) end-of-line
 * comment = ":" *any-char end-of-line
 * field   = name [ ":" [ SPACE ] *any-char ] end-of-line
 * end-of-line = CR LF / CR / LF
 * </pre>
 *
 * <p>An event is reported as soon as the byte that completes it was fed: a lone CR at the end of a piece ends its line at
 * once, and a line feed at the start of the next piece then belongs to it and is skipped (its one byte counts to the
 * event after). An event that the end of the stream cuts is discarded. Bytes are turned into text only when an event is
 * complete, so a UTF-8 sequence may be cut too. Every byte is looked at a fixed number of times, however long a line is.
 *
 * <p>Not thread-safe; one decoder reads one stream.
 */
public final class SseDecoder {
    /** The limit on one event unless told otherwise: room for an inline image, and far from exhausting a heap. */
    public static final int DEFAULT_MAX_EVENT_BYTES = 16 * 1024 * 1024;

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] DATA = ascii("data");
    private static final byte[] EVENT = ascii("event");
    private static final byte[] ID = ascii("id");
    private static final byte[] RETRY = ascii("retry");
    /** Longer numbers do not fit a long; no server means more than thirty million years. */
    private static final int MAX_RETRY_DIGITS = 18;

    private final SseListener listener;
    private final int maxEventBytes;
    private final ByteAccumulator line = new ByteAccumulator();
    private final ByteAccumulator data = new ByteAccumulator();
    private int bomMatched;
    private boolean skipLineFeed;
    private int blockBytes;
    private String type = "";
    private String lastEventId = "";
    private OptionalLong retryMillis = OptionalLong.empty();

    /** A decoder with {@link #DEFAULT_MAX_EVENT_BYTES}. */
    public SseDecoder(SseListener listener) {
        this(listener, DEFAULT_MAX_EVENT_BYTES);
    }

    /**
     * A decoder that reports to {@code listener}.
     *
     * @param maxEventBytes the largest block that is accepted, ≥ 1; the limit itself is accepted
     */
    public SseDecoder(SseListener listener, int maxEventBytes) {
        if (maxEventBytes < 1) {
            throw new IllegalArgumentException("maxEventBytes is " + maxEventBytes + "; it must be >= 1");
        }
        this.listener = listener;
        this.maxEventBytes = maxEventBytes;
    }

    /** Decodes the whole array; see {@link #feed(byte[], int, int)}. */
    public void feed(byte[] bytes) {
        feed(bytes, 0, bytes.length);
    }

    /**
     * Decodes the next piece of the stream and reports every event that it completes. The array is not kept.
     *
     * @throws EventTooLargeException if a block is larger than the limit; the decoder is of no use afterwards
     */
    public void feed(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int lineStart = skipBom(bytes, offset, end);
        if (bomMatched < BOM.length && lineStart == end) {
            return;
        }
        if (skipLineFeed && lineStart < end) {
            skipLineFeed = false;
            if (bytes[lineStart] == '\n') {
                lineStart++;
                blockBytes++;
            }
        }
        int i = lineStart;
        while (i < end) {
            byte value = bytes[i];
            if (value != '\n' && value != '\r') {
                i++;
                continue;
            }
            int lineEnd = i++;
            if (value == '\r') {
                skipLineFeed = i == end;
                if (i < end && bytes[i] == '\n') {
                    i++;
                }
            }
            endLine(bytes, lineStart, lineEnd, i - lineStart);
            lineStart = i;
        }
        if (lineStart < end) {
            line.append(bytes, lineStart, end);
            count(end - lineStart);
        }
    }

    /** The id that a reconnecting reader would send, {@code ""} for none. */
    public String lastEventId() {
        return lastEventId;
    }

    /** Bytes of the block that has begun and is not complete; 0 right after an event. */
    public int pendingBytes() {
        return blockBytes;
    }

    /** Where the stream proper starts in this piece. The mark may be cut; what only looked like one is text. */
    private int skipBom(byte[] bytes, int offset, int end) {
        int i = offset;
        while (bomMatched < BOM.length && i < end) {
            if (bytes[i] != BOM[bomMatched]) {
                line.append(BOM, 0, bomMatched);
                count(bomMatched);
                bomMatched = BOM.length;
                return i;
            }
            i++;
            bomMatched++;
        }
        return i;
    }

    private void endLine(byte[] bytes, int start, int end, int wireBytes) {
        count(wireBytes);
        if (line.size() == 0) {
            takeLine(bytes, start, end);
            return;
        }
        line.append(bytes, start, end);
        takeLine(line.array(), 0, line.size());
        line.clear();
    }

    private void count(int wireBytes) {
        blockBytes += wireBytes;
        if (blockBytes > maxEventBytes) {
            throw new EventTooLargeException(maxEventBytes);
        }
    }

    private void takeLine(byte[] bytes, int start, int end) {
        if (start == end) {
            dispatch();
        } else if (bytes[start] == ':') {
            listener.onComment(text(bytes, start + 1, end));
        } else {
            int colon = start;
            while (colon < end && bytes[colon] != ':') {
                colon++;
            }
            int value = Math.min(colon + 1, end);
            if (value < end && bytes[value] == ' ') {
                value++;
            }
            takeField(bytes, start, colon, value, end);
        }
    }

    private void takeField(byte[] bytes, int nameStart, int nameEnd, int valueStart, int end) {
        if (is(DATA, bytes, nameStart, nameEnd)) {
            data.append(bytes, valueStart, end);
            data.append((byte) '\n');
        } else if (is(EVENT, bytes, nameStart, nameEnd)) {
            type = text(bytes, valueStart, end);
        } else if (is(ID, bytes, nameStart, nameEnd)) {
            String id = text(bytes, valueStart, end);
            lastEventId = id.indexOf('\0') < 0 ? id : lastEventId;
        } else if (is(RETRY, bytes, nameStart, nameEnd)) {
            takeRetry(text(bytes, valueStart, end));
        }
    }

    private void takeRetry(String value) {
        boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && !value.isEmpty() && value.length() <= MAX_RETRY_DIGITS) {
            retryMillis = OptionalLong.of(Long.parseLong(value));
        }
    }

    private void dispatch() {
        int wireBytes = blockBytes;
        String eventType = type.isEmpty() ? SseEvent.DEFAULT_TYPE : type;
        blockBytes = 0;
        if (!type.isEmpty()) {
            // Not for nothing: G1 looks again at every old object that a reference was stored into.
            type = "";
        }
        if (data.size() == 0) {
            return;
        }
        // Every data line left one line feed; the last one is not part of the data.
        String text = data.text(data.size() - 1);
        data.clear();
        SseEvent event = new SseEvent(eventType, text, lastEventId, retryMillis, wireBytes);
        if (retryMillis.isPresent()) {
            retryMillis = OptionalLong.empty();
        }
        listener.onEvent(event);
    }

    private static boolean is(byte[] name, byte[] bytes, int start, int end) {
        if (end - start != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (bytes[start + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
