package dev.streamux.protocol.chat.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.streamux.protocol.chat.encode.EmissionMark;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Lenient look-ups in JSON whose shape the sender decides. */
final class Fields {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int QUOTED_CHARACTERS = 80;

    private Fields() {}

    /** The object in {@code json}, or a missing node if it is no JSON object. */
    static JsonNode object(String json) {
        try {
            JsonNode node = EventJson.read(json);
            return node.isObject() ? node : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** The text of a field; {@code ""} if it is absent, null or not text. */
    static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    /** The failure for data that is no JSON object; the data is quoted, shortened. */
    static List<Signal> unreadable(String what, String data) {
        String quoted = data.length() > QUOTED_CHARACTERS ? data.substring(0, QUOTED_CHARACTERS) + "…" : data;
        return List.of(new Signal.Failed(what + " is no JSON object: " + oneLine(quoted)));
    }

    /** What a body means that is no JSON object: nothing if it only breaks off, else a failure. */
    static List<Signal> unreadableBody(String body) {
        return body.stripLeading().startsWith("{") ? List.of() : unreadable("the body", body);
    }

    /** The failure that an {@code error} value describes: an object with a message, or the message itself. */
    static Signal.Failed failure(JsonNode error) {
        String message = error.isTextual() ? error.asText() : text(error, "message");
        if (message.isEmpty()) {
            message = error.toString();
        }
        String kind = text(error, "type").isEmpty() ? text(error, "code") : text(error, "type");
        return new Signal.Failed(oneLine(kind.isEmpty() ? message : kind + ": " + message));
    }

    /** The message of an error body of any of the dialects, shortened to one line; empty if the body has none. */
    static Optional<String> errorMessage(String body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        // Gemini wraps the error of a streamed request into an array.
        JsonNode root = node.isArray() ? node.path(0) : node;
        JsonNode error = root.has("error") ? root.path("error") : root;
        boolean useful = error.isTextual() || error.has("message") || error.has("detail");
        if (!useful) {
            return Optional.empty();
        }
        return Optional.of(
                error.has("detail") && !error.has("message")
                        ? oneLine(error.path("detail").toString())
                        : failure(error).message());
    }

    /** Adds a text signal unless the text is empty. */
    static void addText(List<Signal> signals, String text) {
        if (!text.isEmpty()) {
            signals.add(new Signal.TextDelta(text));
        }
    }

    /** Adds a reasoning signal unless the text is empty. */
    static void addReasoning(List<Signal> signals, String text) {
        if (!text.isEmpty()) {
            signals.add(new Signal.ReasoningDelta(text));
        }
    }

    /** Adds the mock's mark if the event carries one. */
    static void addMark(List<Signal> signals, JsonNode event) {
        JsonNode mark = event.path(EmissionMark.MEMBER);
        if (mark.isObject()) {
            OptionalLong nanos =
                    mark.has("nanos") ? OptionalLong.of(mark.path("nanos").asLong()) : OptionalLong.empty();
            signals.add(new Signal.Marked(text(mark, "id"), mark.path("event").asInt(0), nanos));
        }
    }

    /** A count that cannot be negative, whatever the server says. */
    static int count(JsonNode node, String name) {
        return Math.max(0, node.path(name).asInt(0));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]+", " ").strip();
    }
}
