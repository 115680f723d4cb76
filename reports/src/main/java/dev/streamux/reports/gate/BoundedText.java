package dev.streamux.reports.gate;

import java.nio.charset.StandardCharsets;

/** A text that is put together up to a number of bytes in UTF-8. Not thread-safe. */
final class BoundedText {
    private final StringBuilder text = new StringBuilder();
    private long bytes;

    /** Appends whatever its size; for what is short by itself. */
    BoundedText add(String part) {
        text.append(part);
        bytes += size(part);
        return this;
    }

    /** Appends unless the text would be longer than {@code most} bytes then; whether it did. */
    boolean addWithin(long most, String part) {
        if (bytes + size(part) > most) {
            return false;
        }
        add(part);
        return true;
    }

    private static int size(String part) {
        return part.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
