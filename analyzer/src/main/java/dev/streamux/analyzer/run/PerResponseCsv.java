package dev.streamux.analyzer.run;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.ResponseTrace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One row a response, one column a metric id, after the columns that tell which response it is.
 *
 * <p>Times are milliseconds. An absent value is an empty cell; the last column says why, as {@code id:reason} pairs.
 */
public final class PerResponseCsv implements AutoCloseable {
    private final Writer out;

    private PerResponseCsv(Writer out) {
        this.out = out;
        write("id,arm,phase,route,delivery,outcome," + String.join(",", MetricCatalog.ids()) + ",absent\n");
    }

    /** A file that is replaced, with its header line. */
    public static PerResponseCsv create(Path file) {
        try {
            return new PerResponseCsv(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw InvalidInputException.unwritable(file, e);
        }
    }

    /** A writer that is closed in the end, with the header line. */
    public static PerResponseCsv to(Writer writer) {
        return new PerResponseCsv(writer);
    }

    /** Appends the row of a response. */
    public void add(MeasuredResponse response) {
        ResponseTrace trace = response.trace();
        StringBuilder row = new StringBuilder(256);
        row.append(quoted(trace.id())).append(',').append(quoted(trace.arm())).append(',');
        row.append(quoted(trace.phase()))
                .append(',')
                .append(quoted(trace.route()))
                .append(',');
        row.append(quoted(trace.delivery())).append(',').append(trace.outcome().word());
        StringBuilder absent = new StringBuilder();
        for (int i = 0; i < response.values().size(); i++) {
            row.append(',');
            MetricValue value = response.values().get(i);
            if (value instanceof MetricValue.Present present) {
                row.append(plain(present.value()));
            } else {
                absent.append(absent.isEmpty() ? "" : " ")
                        .append(MetricCatalog.ids().get(i));
                absent.append(':').append(value.reason().orElse(""));
            }
        }
        write(row.append(',').append(absent).append('\n').toString());
    }

    /** At most nine decimals, no exponent: every spreadsheet reads it, and a nanosecond has six. */
    private static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return BigDecimal.valueOf(value)
                .setScale(9, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String quoted(String cell) {
        boolean special = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
        return special ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the CSV cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the CSV cannot be closed: " + e.getMessage(), e);
        }
    }
}
