package dev.streamux.trace.file;

import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.ResponseTrace;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Appends traces to a file, one line each, flushed with each line so that a run that is cut keeps what it measured.
 *
 * <p>Safe for use by several threads: a line is written whole.
 */
public final class TraceWriter implements AutoCloseable {
    private final OutputStream out;

    private TraceWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * A writer that replaces what the file held.
     *
     * @throws InvalidInputException if the file cannot be written
     */
    public static TraceWriter create(Path file) {
        try {
            return new TraceWriter(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        } catch (IOException e) {
            throw InvalidInputException.unwritable(file, e);
        }
    }

    /** A writer to a stream that it closes in the end. */
    public static TraceWriter to(OutputStream out) {
        return new TraceWriter(out);
    }

    /** Appends a response. */
    public void write(ResponseTrace trace) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(8192);
        try {
            LineWriter.write(trace, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        append(line);
    }

    /** Appends an emission. */
    public void write(EmissionTrace emission) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(8192);
        try {
            LineWriter.write(emission, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        append(line);
    }

    private void append(ByteArrayOutputStream line) {
        synchronized (this) {
            try {
                line.writeTo(out);
                out.flush();
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
