package dev.streamux.cli.analysis;

import dev.streamux.analyzer.perception.rating.Rating;
import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A CSV of ratings with a header line: {@code wait-seconds} or {@code wait-ms}, {@code slow}, and perhaps
 * {@code ratings} and {@code rater}. Without {@code ratings} a row is one rating and {@code slow} is yes or no, else a
 * count. Without {@code rater} each rating is taken to be by somebody else.
 */
public final class RatingsFile {
    private RatingsFile() {}

    /**
     * The ratings of the file, in its order.
     *
     * @throws InvalidInputException if it is not such a file; the message names the line
     */
    public static List<Rating> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e, "name a CSV with the columns wait-seconds and slow");
        }
        List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0));
        Columns columns = Columns.of(header);
        if (columns.time < 0 || columns.slow < 0) {
            throw new InvalidInputException(file + ":1: the header is " + header
                    + "; it must name wait-seconds (or wait-ms), slow, and perhaps ratings and rater");
        }
        List<Rating> all = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                all.add(rating(file + ":" + (i + 1), cells(lines.get(i)), columns));
            }
        }
        return all;
    }

    /** Where each column stands, −1 for one that is not there; {@code millis}: the wait is in milliseconds. */
    private record Columns(int time, int slow, int ratings, int rater, boolean millis) {
        static Columns of(List<String> header) {
            boolean millis = header.contains("wait-ms");
            return new Columns(
                    header.indexOf(millis ? "wait-ms" : "wait-seconds"),
                    header.indexOf("slow"),
                    header.indexOf("ratings"),
                    header.indexOf("rater"),
                    millis);
        }

        int last() {
            return Math.max(Math.max(time, slow), Math.max(ratings, rater));
        }
    }

    private static Rating rating(String place, List<String> row, Columns columns) {
        if (row.size() <= columns.last()) {
            throw new InvalidInputException(place + ": the row has " + row.size() + " cells, fewer than the header");
        }
        try {
            double seconds = Double.parseDouble(row.get(columns.time)) / (columns.millis ? 1000 : 1);
            String slow = row.get(columns.slow);
            Optional<String> rater = columns.rater < 0 ? Optional.empty() : Optional.of(row.get(columns.rater));
            return columns.ratings < 0
                    ? new Rating(seconds, 1, yes(slow), rater)
                    : new Rating(seconds, Long.parseLong(row.get(columns.ratings)), Long.parseLong(slow), rater);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    place + ": \"" + String.join(",", row) + "\" holds something that is not a number", e);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(place + ": " + e.getMessage(), e);
        }
    }

    private static long yes(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1" -> 1;
            case "no", "false", "0" -> 0;
            default -> throw new IllegalArgumentException("slow is \"" + cell + "\"; it must be yes or no");
        };
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}
