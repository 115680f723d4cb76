package dev.streamux.simulations.selftest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The self-test's outcome.
 *
 * @param limitMillis the largest error of a time that counts as right
 * @param shapes one result a shape, in the order of the catalogue
 */
public record SelfTestReport(double limitMillis, List<ShapeResult> shapes) {
    /** The schema of the JSON form. */
    public static final String SCHEMA = "streamux-selftest/1";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public SelfTestReport {
        shapes = List.copyOf(shapes);
    }

    /** The worst verdict of all shapes. */
    public ShapeResult.Verdict verdict() {
        return shapes.stream().map(ShapeResult::verdict).max(Enum::compareTo).orElse(ShapeResult.Verdict.WRONG);
    }

    /** How many shapes have this verdict. */
    public long count(ShapeResult.Verdict verdict) {
        return shapes.stream().filter(shape -> shape.verdict() == verdict).count();
    }

    /** The JSON form, schema {@value #SCHEMA}; times in milliseconds, an absent one is null. */
    public String json() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("verdict", word(verdict()));
        root.put("limitMillis", limitMillis);
        ArrayNode list = root.putArray("shapes");
        for (ShapeResult shape : shapes) {
            ObjectNode row = list.addObject();
            row.put("name", shape.name());
            row.put("what", shape.what());
            row.put("verdict", word(shape.verdict()));
            row.put("expectedOutcome", shape.expectedOutcome());
            row.put("outcome", shape.outcome());
            put(row, "expectedFirstTextMillis", shape.expectedMillis());
            put(row, "measuredFirstTextMillis", shape.measuredMillis());
            put(row, "maxGapErrorMillis", shape.maxGapErrorMillis());
            row.put("gaps", shape.gaps());
            row.put("attempts", shape.attempts());
            ArrayNode problems = row.putArray("problems");
            shape.problems().forEach(problems::add);
        }
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot fail to be written", e);
        }
    }

    /** Writes {@link #json} to a file, such as {@code selftest.json} of a run directory. */
    public void write(Path file) {
        try {
            Files.writeString(file, json());
        } catch (IOException e) {
            throw new InvalidInputException(
                    file + " cannot be written: " + e + "; name a file in a folder that is there", e);
        }
    }

    /** The verdict in a file that {@link #write} made; empty if the file is not there. */
    public static Optional<ShapeResult.Verdict> verdictIn(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String verdict =
                    MAPPER.readTree(Files.readString(file)).path("verdict").asText();
            return Arrays.stream(ShapeResult.Verdict.values())
                    .filter(candidate -> word(candidate).equals(verdict))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The table for a terminal, truth beside measured, with one line of summary. */
    public String table() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%-21s %-10s %-10s %9s %9s %7s %9s  %s%n",
                "shape",
                "truth",
                "measured",
                "first ms",
                "measured",
                "error",
                "gap error",
                "verdict"));
        for (ShapeResult shape : shapes) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-21s %-10s %-10s %9s %9s %7s %9s  %s%n",
                    shape.name(),
                    shape.expectedOutcome(),
                    shape.outcome(),
                    cell(shape.expectedMillis(), 1),
                    cell(shape.measuredMillis(), 1),
                    cell(shape.errorMillis(), 2),
                    cell(shape.maxGapErrorMillis(), 2),
                    word(shape.verdict())));
            shape.problems()
                    .forEach(problem -> out.append("    ").append(problem).append(System.lineSeparator()));
        }
        return out.append(summary()).append(System.lineSeparator()).toString();
    }

    /** How many shapes were right, in one line. */
    public String summary() {
        long right = count(ShapeResult.Verdict.RIGHT);
        String base = right + " of " + shapes.size() + " shapes right within " + limitMillis + " ms";
        return switch (verdict()) {
            case RIGHT -> base;
            case LATE -> base + "; the others were read right, but this machine was too busy to time them";
            case WRONG -> base + "; the client misreads a stream, which is a fault of ours";
        };
    }

    private static String cell(OptionalDouble value, int digits) {
        return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble());
    }

    private static void put(ObjectNode row, String key, OptionalDouble value) {
        if (value.isPresent()) {
            row.put(key, value.getAsDouble());
        } else {
            row.putNull(key);
        }
    }

    private static String word(ShapeResult.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
