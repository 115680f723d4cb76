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

/**
 * A CSV of ratings with a header line: {@code wait-seconds} or {@code wait-ms}, {@code slow}, and perhaps
 * {@code ratings}. Without {@code ratings} a row is one person and {@code slow} is yes or no, else a count.
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
        boolean millis = header.contains("wait-ms");
        int wait = header.indexOf(millis ? "wait-ms" : "wait-seconds");
        int slow = header.indexOf("slow");
        int ratings = header.indexOf("ratings");
        if (wait < 0 || slow < 0) {
            throw new InvalidInputException(file + ":1: the header is " + header
                    + "; it must name wait-seconds (or wait-ms), slow, and perhaps ratings");
        }
        List<Rating> all = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                all.add(rating(file + ":" + (i + 1), cells(lines.get(i)), wait, slow, ratings, millis));
            }
        }
        return all;
    }

    private static Rating rating(String place, List<String> row, int wait, int slow, int ratings, boolean millis) {
        if (row.size() <= Math.max(wait, Math.max(slow, ratings))) {
            throw new InvalidInputException(place + ": the row has " + row.size() + " cells, fewer than the header");
        }
        try {
            double seconds = Double.parseDouble(row.get(wait)) / (millis ? 1000 : 1);
            long count = ratings < 0 ? 1 : Long.parseLong(row.get(ratings));
            return new Rating(seconds, count, ratings < 0 ? yes(row.get(slow)) : Long.parseLong(row.get(slow)));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    place + ": \"" + String.join(",", row) + "\" holds something that is not" + " a number", e);
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
