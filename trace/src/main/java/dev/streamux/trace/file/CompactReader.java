package dev.streamux.trace.file;

import dev.streamux.trace.ResponseTrace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Reads {@code responses.sux}, one block in memory at a time.
 *
 * <p>A head may stand between blocks, as after a concatenation. A block that is cut at the end of the file, or by the head
 * of the next file, is lost and counted; any other damage is an error that names the byte.
 */
public final class CompactReader {
    /** A larger block than this is damage: it would hold a stream of some 200 million tokens. */
    private static final long MAX_BLOCK = 1L << 30;

    private final Path file;
    private final InputStream in;
    private final CRC32C checksum = new CRC32C();
    private byte[] window = new byte[1 << 16];
    private int from;
    private int to;
    private long offset;
    private int lost;

    private CompactReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Whether the file begins as the compact form does. */
    public static boolean isCompact(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(CompactWriter.MAGIC.length), CompactWriter.MAGIC);
        }
    }

    /**
     * Calls {@code each} for every response, in file order.
     *
     * @return how many blocks were cut short and are lost, usually 0
     * @throws TraceFormatException if the file is damaged
     */
    public static int forEach(Path file, Consumer<ResponseTrace> each) {
        try (InputStream in = Files.newInputStream(file)) {
            CompactReader reader = new CompactReader(file, in);
            reader.run(each);
            return reader.lost;
        } catch (IOException e) {
            throw new TraceFormatException(file + " cannot be read: " + e.getMessage());
        }
    }

    private void run(Consumer<ResponseTrace> each) throws IOException {
        while (fill(1)) {
            if (isMagic(from)) {
                skip(CompactWriter.MAGIC.length);
            } else if (window[from] != CompactWriter.BLOCK || !readBlock(each)) {
                resume();
            }
        }
    }

    /** Reads the block at hand and passes it on; false if it is not whole. */
    private boolean readBlock(Consumer<ResponseTrace> each) throws IOException {
        long length = 0;
        int head = 1;
        boolean more = true;
        while (more) {
            if (!fill(head + 1) || head > 6) {
                return false;
            }
            int next = window[from + head];
            length |= (long) (next & 0x7F) << (7 * (head - 1));
            head++;
            more = next < 0;
        }
        if (length > MAX_BLOCK || !fill((int) length + head + 4)) {
            return false;
        }
        int start = from + head;
        checksum.reset();
        checksum.update(window, start, (int) length);
        if ((int) checksum.getValue() != littleEndian(start + (int) length)) {
            return false;
        }
        ResponseTrace trace;
        try {
            trace = CompactCodec.read(new CompactSource(window, start, (int) length));
        } catch (IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
        skip(head + (int) length + 4);
        each.accept(trace);
        return true;
    }

    private int littleEndian(int at) {
        return (window[at] & 0xFF)
                | (window[at + 1] & 0xFF) << 8
                | (window[at + 2] & 0xFF) << 16
                | (window[at + 3] & 0xFF) << 24;
    }

    /** After a broken block: goes on at the next head if there is one, or ends if the block reaches past the end. */
    private void resume() throws IOException {
        long broken = offset;
        boolean isBlock = window[from] == CompactWriter.BLOCK;
        do {
            skip(1);
        } while (fill(1) && !isMagic(from));
        lost++;
        if (from == to && !(isBlock && reachesPastEnd(broken))) {
            throw new TraceFormatException(file + ": byte " + broken
                    + ": the block is damaged (its checksum does not match); get the file again, or keep what is before"
                    + " it with head -c " + broken);
        }
    }

    /** Whether the block at {@code start} claims more bytes than the file has. */
    private boolean reachesPastEnd(long start) throws IOException {
        try (InputStream again = Files.newInputStream(file)) {
            again.skipNBytes(start + 1);
            long length = 0;
            int shift = 0;
            for (int next = again.read(); next >= 0; next = again.read(), shift += 7) {
                length |= (long) (next & 0x7F) << shift;
                if (next < 0x80) {
                    return start + 2 + shift / 7 + length + 4 > Files.size(file);
                }
            }
            return true;
        }
    }

    private TraceFormatException damaged(String what) {
        return new TraceFormatException(file + ": byte " + offset + ": " + what + "; get the file again");
    }

    private boolean isMagic(int at) throws IOException {
        int length = CompactWriter.MAGIC.length;
        return window[at] == CompactWriter.MAGIC[0]
                && fill(length)
                && Arrays.equals(window, from, from + length, CompactWriter.MAGIC, 0, length);
    }

    private void skip(int count) {
        from += count;
        offset += count;
    }

    /** Makes sure that {@code count} bytes are at hand; false if the file ends before. */
    private boolean fill(int count) throws IOException {
        while (to - from < count) {
            if (from > 0) {
                System.arraycopy(window, from, window, 0, to - from);
                to -= from;
                from = 0;
            }
            if (to == window.length) {
                window = Arrays.copyOf(window, Math.max(count, window.length * 2));
            }
            int read = in.read(window, to, window.length - to);
            if (read < 0) {
                return false;
            }
            to += read;
        }
        return true;
    }
}
