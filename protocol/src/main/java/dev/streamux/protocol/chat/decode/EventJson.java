package dev.streamux.protocol.chat.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * Reads the JSON of an event into a tree, without what no decoder looks at. A reader of thousands of streams spends much
 * of its time here, and most of what an event says is the same in all of them.
 */
final class EventJson {
    /** Members of events that no decoder reads; each saves a node, and some are large. */
    private static final Set<String> UNREAD = Set.of(
            "avgLogprobs",
            "content_index",
            "created",
            "created_at",
            "item_id",
            "logprobs",
            "model",
            "modelVersion",
            "obfuscation",
            "safetyRatings",
            "sequence_number",
            "service_tier",
            "summary_index",
            "system_fingerprint");

    /** Members whose value belongs to the user or the failure, whatever it holds: kept as it is. */
    private static final Set<String> KEPT_WHOLE = Set.of("args", "error", "input");

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Room for the members of a usual object without growing. */
    private static final int USUAL_MEMBERS = 8;

    private EventJson() {}

    /**
     * The tree; a missing node for an empty text. What follows the first value is not read.
     *
     * @throws IOException if the text is no JSON
     */
    static JsonNode read(String json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return parser.nextToken() == null ? MissingNode.getInstance() : value(parser, true);
        }
    }

    private static JsonNode value(JsonParser parser, boolean prune) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, prune);
            case START_ARRAY -> array(parser, prune);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static JsonNode integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static ObjectNode object(JsonParser parser, boolean prune) throws IOException {
        ObjectNode object = new ObjectNode(NODES, new LinkedHashMap<>(USUAL_MEMBERS));
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (prune && UNREAD.contains(name)) {
                parser.skipChildren();
            } else {
                object.set(name, value(parser, prune && !KEPT_WHOLE.contains(name)));
            }
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, boolean prune) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, prune));
        }
        return array;
    }
}
