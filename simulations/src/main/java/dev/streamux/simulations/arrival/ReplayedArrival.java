package dev.streamux.simulations.arrival;

import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.random.RandomGenerator;

/**
 * Arrivals as they were recorded: a list of start times.
 *
 * @param startsNanos nanoseconds from the start of the load, ≥ 0, strictly increasing, at least one
 */
public record ReplayedArrival(List<Long> startsNanos) implements Arrival {
    public ReplayedArrival {
        startsNanos = List.copyOf(startsNanos);
        if (startsNanos.isEmpty()) {
            throw new IllegalArgumentException("startsNanos is empty; it must have at least one start");
        }
        long previous = -1;
        for (long start : startsNanos) {
            if (start <= previous) {
                throw new IllegalArgumentException("startsNanos has " + start + " after " + previous
                        + "; it must be >= 0 and strictly increasing");
            }
            previous = start;
        }
    }

    /**
     * Reads a file with one start a line: seconds from the start of the recording, decimals allowed, such as {@code
     * 12.0375}. Empty lines and lines that start with {@code #} are skipped. Lines need not be in order; the first start
     * becomes time 0 and equal starts are set one nanosecond apart.
     *
     * @throws InvalidInputException if the file cannot be read, holds no start or a line that is no number
     */
    public static ReplayedArrival read(Path file) {
        List<Long> starts = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String value = line.strip();
            if (!value.isEmpty() && !value.startsWith("#")) {
                starts.add(nanos(value, file, number));
            }
        }
        if (starts.isEmpty()) {
            throw new InvalidInputException(
                    file + ": has no start time; it must have one a line, in seconds, such as 12.0375");
        }
        starts.sort(null);
        return new ReplayedArrival(fromZero(starts));
    }

    private static List<Long> fromZero(List<Long> sorted) {
        List<Long> ordered = new ArrayList<>(sorted.size());
        long previous = -1;
        for (long start : sorted) {
            previous = Math.max(start - sorted.get(0), previous + 1);
            ordered.add(previous);
        }
        return ordered;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the arrivals file " + file + " cannot be read; name a text file with one start a line", e);
        }
    }

    private static long nanos(String value, Path file, int line) {
        try {
            double seconds = Double.parseDouble(value);
            if (Double.isFinite(seconds) && Math.abs(seconds) < 1e9) {
                return Math.round(seconds * 1e9);
            }
        } catch (NumberFormatException e) {
            // The message below tells more than the parser's.
        }
        throw new InvalidInputException(
                file + ":" + line + ": start is \"" + value + "\"; it must be a number of seconds, such as 12.0375");
    }

    @Override
    public Duration duration() {
        return Duration.ofNanos(startsNanos.get(startsNanos.size() - 1) + 1);
    }

    @Override
    public PrimitiveIterator.OfLong starts(RandomGenerator random) {
        return startsNanos.stream().mapToLong(Long::longValue).iterator();
    }
}
