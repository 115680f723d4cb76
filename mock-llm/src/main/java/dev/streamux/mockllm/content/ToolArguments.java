package dev.streamux.mockllm.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Arguments of a tool call that fit the tool's JSON Schema, chosen by chance.
 *
 * <p>Understood: {@code type} (also a list, and Gemini's capitals), {@code properties}, {@code items} with
 * {@code minItems}, {@code enum}, {@code const}, bounds of numbers, lengths and common formats of strings, {@code anyOf},
 * {@code oneOf}, {@code allOf}, and {@code $ref} inside the schema. Not understood: {@code pattern}. Below
 * {@value #MOST_DEPTH} levels only required properties are given, so that a recursive schema ends.
 */
final class ToolArguments {

    private static final int MOST_DEPTH = 4;
    private static final int DEEPEST = 32;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode root;
    private final ArgumentValues values;
    private final RandomGenerator random;

    ToolArguments(JsonNode schema, RandomGenerator random) {
        this.root = schema;
        this.random = random;
        this.values = new ArgumentValues(random);
    }

    /** One JSON object without white space. */
    String json() {
        JsonNode value = value(root, "", 0);
        return value.isObject() ? value.toString() : "{}";
    }

    private JsonNode value(JsonNode raw, String name, int depth) {
        JsonNode schema = resolved(raw, depth);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.path("enum").size() > 0) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer" -> values.integer(schema);
            case "number" -> values.number(schema);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            default -> values.text(schema, name);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (depth < MOST_DEPTH || (depth < DEEPEST && isRequired(schema, property.getKey()))) {
                object.set(property.getKey(), value(property.getValue(), property.getKey(), depth + 1));
            }
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, String name, int depth) {
        ArrayNode array = NODES.arrayNode();
        int least = schema.path("minItems").asInt(depth < MOST_DEPTH ? 1 : 0);
        int count = Math.min(least, Math.max(0, schema.path("maxItems").asInt(least)));
        for (int i = 0; i < count && depth < DEEPEST; i++) {
            array.add(value(schema.path("items"), name, depth + 1));
        }
        return array;
    }

    private static boolean isRequired(JsonNode schema, String property) {
        for (JsonNode required : schema.path("required")) {
            if (required.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }

    /** The schema behind references and choices: the first choice of {@code anyOf} and {@code oneOf} that is not null. */
    private JsonNode resolved(JsonNode schema, int depth) {
        JsonNode current = schema;
        for (int steps = 0; steps < DEEPEST; steps++) {
            String ref = current.path("$ref").asText();
            if (ref.startsWith("#/")) {
                current = root.at(ref.substring(1));
            } else if (current.path("anyOf").size() > 0) {
                current = choice(current.get("anyOf"));
            } else if (current.path("oneOf").size() > 0) {
                current = choice(current.get("oneOf"));
            } else if (current.path("allOf").size() > 0) {
                current = merged(current, depth);
            } else {
                return current;
            }
        }
        return current;
    }

    private static JsonNode choice(JsonNode choices) {
        for (JsonNode choice : choices) {
            if (!type(choice).equals("null")) {
                return choice;
            }
        }
        return choices.get(0);
    }

    private JsonNode merged(JsonNode schema, int depth) {
        ObjectNode merged = NODES.objectNode();
        ObjectNode properties = NODES.objectNode();
        ArrayNode required = NODES.arrayNode();
        for (JsonNode part : schema.get("allOf")) {
            JsonNode resolved = depth < DEEPEST ? resolved(part, depth + 1) : part;
            resolved.properties().forEach(member -> merged.set(member.getKey(), member.getValue()));
            resolved.path("properties").properties().forEach(p -> properties.set(p.getKey(), p.getValue()));
            resolved.path("required").forEach(required::add);
        }
        schema.properties().forEach(member -> merged.set(member.getKey(), member.getValue()));
        schema.path("properties").properties().forEach(p -> properties.set(p.getKey(), p.getValue()));
        schema.path("required").forEach(required::add);
        merged.remove("allOf");
        merged.set("properties", properties);
        merged.set("required", required);
        return merged;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asText().equals("null")) {
                    return one.asText();
                }
            }
        }
        if (type.isTextual()) {
            return type.asText().toLowerCase(Locale.ROOT);
        }
        if (schema.has("properties")) {
            return "object";
        }
        return schema.has("items") ? "array" : "string";
    }
}
