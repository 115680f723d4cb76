package dev.streamux.trace.file;

import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.ResponseTrace;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Writes {@code responses.sux}: a head of eight bytes, then a block for each finished response.
 *
 * <p>A block is the byte {@code B}, the length of the payload as a varint, the payload and its CRC32C, lowest byte first.
 * Files merge by concatenation. Safe for use by several threads.
 */
public final class CompactWriter implements AutoCloseable {
    /** The first bytes of the file; no text begins so, and a transfer in text mode damages them. */
    static final byte[] MAGIC = {'S', 'U', 'X', 1, '\r', '\n', 0x1A, '\n'};

    static final int BLOCK = 'B';

    private final OutputStream out;
    private final CompactSink payload = new CompactSink();
    private final CompactSink frame = new CompactSink();
    private final CRC32C checksum = new CRC32C();

    private CompactWriter(OutputStream out) throws IOException {
        this.out = out;
        out.write(MAGIC);
    }

    /**
     * A writer that replaces what the file held.
     *
     * @throws InvalidInputException if the file cannot be written
     */
    public static CompactWriter create(Path file) {
        try {
            return new CompactWriter(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        } catch (IOException e) {
            throw InvalidInputException.unwritable(file, e);
        }
    }

    /** Appends a response. */
    public void write(ResponseTrace trace) {
        synchronized (this) {
            payload.clear();
            CompactCodec.write(trace, payload);
            checksum.reset();
            checksum.update(payload.array(), 0, payload.size());
            frame.clear();
            frame.writeByte(BLOCK);
            frame.writeVarint(payload.size());
            int sum = (int) checksum.getValue();
            try {
                out.write(frame.array(), 0, frame.size());
                out.write(payload.array(), 0, payload.size());
                for (int shift = 0; shift < 32; shift += 8) {
                    out.write(sum >>> shift);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the trace cannot be written: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the trace cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
