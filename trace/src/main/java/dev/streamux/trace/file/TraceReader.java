package dev.streamux.trace.file;

import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.ResponseTrace;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads trace files line by line; one trace is in memory at a time.
 *
 * <p>Blank lines are passed over. Whatever is wrong is a {@link TraceFormatException} that names the file and line.
 */
public final class TraceReader {
    private TraceReader() {}

    /**
     * Calls {@code each} for every response of the file, in file order; the file may be lines or the compact form.
     *
     * @return how many responses at the end of a compact file, or of a part of it, were cut short and are lost; a line
     *     that is cut short is an error
     */
    public static int forEachResponse(Path file, Consumer<ResponseTrace> each) {
        if (isCompact(file)) {
            return CompactReader.forEach(file, each);
        }
        forEachEmission(file, emission -> each.accept(emission.response()));
        return 0;
    }

    private static boolean isCompact(Path file) {
        try {
            return Files.isRegularFile(file) && CompactReader.isCompact(file);
        } catch (IOException e) {
            throw new TraceFormatException(file + " cannot be read: " + e.getMessage());
        }
    }

    /** Calls {@code each} for every emission of the file, in file order. */
    public static void forEachEmission(Path file, Consumer<EmissionTrace> each) {
        if (Files.isDirectory(file)) {
            throw new TraceFormatException(file + " is a directory; name a trace file such as responses.jsonl");
        }
        if (!Files.isRegularFile(file)) {
            throw new TraceFormatException(file + " does not exist; name a trace file such as responses.jsonl");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            read(file, in, each);
        } catch (IOException e) {
            throw new TraceFormatException(file + " cannot be read: " + e.getMessage());
        }
    }

    /** All responses of the file, in file order. For files that are known to be small. */
    public static List<ResponseTrace> responses(Path file) {
        List<ResponseTrace> traces = new ArrayList<>();
        forEachResponse(file, traces::add);
        return traces;
    }

    /** All emissions of the file, in file order. For files that are known to be small. */
    public static List<EmissionTrace> emissions(Path file) {
        List<EmissionTrace> traces = new ArrayList<>();
        forEachEmission(file, traces::add);
        return traces;
    }

    private static void read(Path file, InputStream in, Consumer<EmissionTrace> each) throws IOException {
        byte[] line = new byte[1 << 14];
        byte[] block = new byte[1 << 16];
        int length = 0;
        int lineNumber = 1;
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            int from = 0;
            for (int i = 0; i < count; i++) {
                if (block[i] == '\n') {
                    line = append(line, length, block, from, i);
                    length += i - from;
                    parse(file, lineNumber, line, length, true, each);
                    lineNumber++;
                    length = 0;
                    from = i + 1;
                }
            }
            line = append(line, length, block, from, count);
            length += count - from;
        }
        parse(file, lineNumber, line, length, false, each);
    }

    private static byte[] append(byte[] line, int length, byte[] block, int from, int to) {
        int needed = length + to - from;
        byte[] target = needed > line.length ? Arrays.copyOf(line, Math.max(needed, line.length * 2)) : line;
        System.arraycopy(block, from, target, length, to - from);
        return target;
    }

    private static void parse(
            Path file, int lineNumber, byte[] line, int length, boolean ended, Consumer<EmissionTrace> each) {
        if (isBlank(line, length)) {
            return;
        }
        EmissionTrace trace;
        try {
            trace = LineReader.read(line, length);
        } catch (IllegalArgumentException | ArithmeticException e) {
            String remedy = ended
                    ? "; correct or delete this line, or name a trace file: docs/formats.md has the form"
                    : "; the file ends inside this line, as after a crash: delete the last line to keep the others";
            throw new TraceFormatException(file + ":" + lineNumber + ": " + e.getMessage() + remedy);
        }
        each.accept(trace);
    }

    private static boolean isBlank(byte[] line, int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
