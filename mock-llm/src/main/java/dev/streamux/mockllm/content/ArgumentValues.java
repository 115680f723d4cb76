package dev.streamux.mockllm.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.random.RandomGenerator;

/** Single values that fit their JSON Schema. */
final class ArgumentValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long USUAL_RANGE = 100;
    private static final List<String> WORDS = List.of("harbour", "orchard", "lantern", "ferry", "almond", "granite");
    private static final List<String> CITIES = List.of("Lisbon", "Bergen", "Kyoto", "Oaxaca", "Tartu", "Valparaíso");

    private final RandomGenerator random;

    ArgumentValues(RandomGenerator random) {
        this.random = random;
    }

    /** An integer within its bounds and a multiple of what it has to be. */
    JsonNode integer(JsonNode schema) {
        long least = (long) Math.ceil(least(schema, 1));
        long most = (long) Math.floor(most(schema, (double) least, 1));
        long step = Math.max(1, schema.path("multipleOf").asLong(1));
        long first = -Math.floorDiv(-least, step);
        long last = Math.max(first, Math.floorDiv(most, step));
        return NODES.numberNode(step * random.nextLong(first, last + 1));
    }

    /** A number within its bounds, with at most two decimals where the bounds allow it. */
    JsonNode number(JsonNode schema) {
        double least = least(schema, 0.01);
        double most = most(schema, least, 0.01);
        double drawn = least + (most - least) * random.nextDouble();
        double rounded = Math.round(drawn * 100) / 100.0;
        return NODES.numberNode(rounded >= least && rounded <= most ? rounded : drawn);
    }

    private static double least(JsonNode schema, double step) {
        if (schema.path("exclusiveMinimum").isNumber()) {
            return schema.get("exclusiveMinimum").doubleValue() + step;
        }
        double most = schema.path("maximum").asDouble(USUAL_RANGE);
        return schema.path("minimum").asDouble(Math.min(0, most - USUAL_RANGE));
    }

    private static double most(JsonNode schema, double least, double step) {
        if (schema.path("exclusiveMaximum").isNumber()) {
            return Math.max(least, schema.get("exclusiveMaximum").doubleValue() - step);
        }
        return Math.max(least, schema.path("maximum").asDouble(least + USUAL_RANGE));
    }

    /** A string of its format and length; a property with a telling name gets a telling value. */
    JsonNode text(JsonNode schema, String name) {
        String text = formatted(schema.path("format").asText(), name);
        int least = schema.path("minLength").asInt(0);
        int most = Math.max(least, schema.path("maxLength").asInt(Integer.MAX_VALUE));
        StringBuilder fitted = new StringBuilder(text);
        while (fitted.length() < least) {
            fitted.append(' ').append(pick(WORDS));
        }
        return NODES.textNode(fitted.length() > most ? fitted.substring(0, most) : fitted.toString());
    }

    private String formatted(String format, String name) {
        return switch (format) {
            case "date" -> "2026-0%d-1%d".formatted(1 + random.nextInt(9), random.nextInt(10));
            case "time" -> "1%d:30:00Z".formatted(random.nextInt(10));
            case "date-time" -> "2026-0%d-1%dT08:30:00Z".formatted(1 + random.nextInt(9), random.nextInt(10));
            case "email" -> pick(WORDS) + "@example.org";
            case "uri", "url" -> "https://example.org/" + pick(WORDS);
            case "uuid" -> "00000000-0000-4000-8000-%012x".formatted(random.nextInt(Integer.MAX_VALUE));
            case "ipv4" -> "192.0.2." + random.nextInt(256);
            case "hostname" -> pick(WORDS) + ".example.org";
            default -> isPlace(name) ? pick(CITIES) : pick(WORDS) + ' ' + pick(WORDS);
        };
    }

    private static boolean isPlace(String name) {
        return name.equals("city") || name.equals("location") || name.equals("place");
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
