package dev.streamux.protocol.chat.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/**
 * Cuts a JSON array of objects that arrives in pieces, or one bare object, into its objects as soon as each is whole.
 *
 * <p>It counts braces outside strings and checks nothing else; what it cuts out is for a parser. Linear in the bytes.
 */
public final class JsonElements {
    private final ObjIntConsumer<String> sink;
    private final int maxElementBytes;
    private byte[] element = new byte[1024];
    private int size;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private int wireBytes;

    /**
     * A cutter that gives each object's text and its bytes on the wire, separators before it included.
     *
     * @param maxElementBytes the largest object that is accepted
     */
    public JsonElements(int maxElementBytes, ObjIntConsumer<String> sink) {
        this.maxElementBytes = maxElementBytes;
        this.sink = sink;
    }

    /**
     * Takes the next piece.
     *
     * @throws IllegalStateException if an object is larger than the limit; the cutter is of no use afterwards
     */
    public void feed(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            wireBytes++;
            byte value = bytes[i];
            if (depth == 0 && value != '{') {
                continue;
            }
            append(value);
            if (inString) {
                inString = escaped || value != '"';
                escaped = !escaped && value == '\\';
            } else if (value == '"') {
                inString = true;
            } else if (value == '{') {
                depth++;
            } else if (value == '}' && --depth == 0) {
                sink.accept(new String(element, 0, size, StandardCharsets.UTF_8), wireBytes);
                size = 0;
                wireBytes = 0;
            }
        }
    }

    /** Whether an object has begun and is not whole. */
    public boolean isInsideElement() {
        return depth > 0;
    }

    private void append(byte value) {
        if (size == maxElementBytes) {
            throw new IllegalStateException("one element of the JSON array is larger than " + maxElementBytes
                    + " bytes, the limit for one event");
        }
        if (size == element.length) {
            element = Arrays.copyOf(element, size * 2);
        }
        element[size++] = value;
    }
}
