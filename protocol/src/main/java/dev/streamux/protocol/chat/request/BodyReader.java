package dev.streamux.protocol.chat.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One JSON object of a request, read field by field with its path, so that every mistake is named exactly.
 *
 * <p>A field that is {@code null} counts as absent, as the vendors' clients send it so. Unknown fields are ignored.
 */
public final class BodyReader {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode node;
    private final String path;
    private final FaultWording wording;

    private BodyReader(JsonNode node, String path, FaultWording wording) {
        this.node = node;
        this.path = path;
        this.wording = wording;
    }

    /** The object in a body of UTF-8 JSON. */
    public static BodyReader of(byte[] body, FaultWording wording) throws RefusedRequestException {
        JsonNode node;
        try {
            node = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new RefusedRequestException(wording.unreadable(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new RefusedRequestException(wording.unreadable("the body is not UTF-8 text"));
        }
        if (!node.isObject()) {
            throw new RefusedRequestException(wording.unreadable("the body must be a JSON object"));
        }
        return new BodyReader(node, "", wording);
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return !value(name).isMissingNode();
    }

    /** The field's value; a missing node when it is absent or null. */
    public JsonNode value(String name) {
        JsonNode value = node.path(name);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    /** Whether the field is a JSON string. */
    public boolean isText(String name) {
        return value(name).isTextual();
    }

    /** A string that must be there and not be empty. */
    public String text(String name) throws RefusedRequestException {
        String text = optionalText(name).orElseThrow(() -> new RefusedRequestException(wording.missing(at(name))));
        if (text.isEmpty()) {
            throw new RefusedRequestException(wording.wrongValue(at(name), "", "a non-empty string"));
        }
        return text;
    }

    /** A string that may be absent. */
    public Optional<String> optionalText(String name) throws RefusedRequestException {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!isText(name)) {
            throw wrongType(name, "a string");
        }
        return Optional.of(value(name).textValue());
    }

    /** A string that must be there and be one of these. */
    public String oneOf(String name, String... allowed) throws RefusedRequestException {
        String text = text(name);
        if (!Arrays.asList(allowed).contains(text)) {
            throw wrongValue(name, "one of '" + String.join("', '", allowed) + "'");
        }
        return text;
    }

    /** A truth value, false when absent. */
    public boolean flag(String name) throws RefusedRequestException {
        return flag(name, false);
    }

    /** A truth value, or the fallback when absent. */
    public boolean flag(String name, boolean fallback) throws RefusedRequestException {
        if (!has(name)) {
            return fallback;
        }
        if (!value(name).isBoolean()) {
            throw wrongType(name, "a boolean");
        }
        return value(name).booleanValue();
    }

    /** An integer in [least, most] that may be absent. */
    public OptionalInt optionalInt(String name, int least, int most) throws RefusedRequestException {
        if (!has(name)) {
            return OptionalInt.empty();
        }
        JsonNode value = value(name);
        if (!value.isIntegralNumber()) {
            throw wrongType(name, "an integer");
        }
        if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            String rule = most == Integer.MAX_VALUE ? "at least " + least : "between " + least + " and " + most;
            throw wrongValue(name, rule);
        }
        return OptionalInt.of(value.intValue());
    }

    /** Refuses a number outside [least, most]; an absent one is right. */
    public void checkNumber(String name, double least, double most) throws RefusedRequestException {
        if (!has(name)) {
            return;
        }
        if (!value(name).isNumber()) {
            throw wrongType(name, "a number");
        }
        double number = value(name).doubleValue();
        if (number < least || number > most) {
            throw wrongValue(name, "between " + least + " and " + most);
        }
    }

    /** An object that must be there. */
    public BodyReader object(String name) throws RefusedRequestException {
        return optionalObject(name).orElseThrow(() -> new RefusedRequestException(wording.missing(at(name))));
    }

    /** An object that may be absent. */
    public Optional<BodyReader> optionalObject(String name) throws RefusedRequestException {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!value(name).isObject()) {
            throw wrongType(name, "an object");
        }
        return Optional.of(new BodyReader(value(name), at(name), wording));
    }

    /** The objects of an array; empty when it is absent. */
    public List<BodyReader> objects(String name) throws RefusedRequestException {
        if (!has(name)) {
            return List.of();
        }
        if (!value(name).isArray()) {
            throw wrongType(name, "an array");
        }
        List<BodyReader> objects = new ArrayList<>();
        for (JsonNode element : value(name)) {
            String where = at(name) + wording.index(objects.size());
            if (!element.isObject()) {
                throw new RefusedRequestException(wording.wrongType(where, "an object", typeOf(element)));
            }
            objects.add(new BodyReader(element, where, wording));
        }
        return objects;
    }

    /** The objects of an array that must be there and hold at least one. */
    public List<BodyReader> someObjects(String name) throws RefusedRequestException {
        if (!has(name)) {
            throw new RefusedRequestException(wording.missing(at(name)));
        }
        List<BodyReader> objects = objects(name);
        if (objects.isEmpty()) {
            throw new RefusedRequestException(wording.wrongValue(at(name), "[]", "an array of at least one object"));
        }
        return objects;
    }

    /** A string, or an array of them; empty when absent. Empty strings are refused. */
    public List<String> texts(String name, int most) throws RefusedRequestException {
        if (!has(name)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : isText(name) ? List.of(value(name)) : value(name)) {
            if (!element.isTextual()) {
                throw wrongType(name, "a string or an array of strings");
            }
            texts.add(element.textValue());
        }
        if (!isText(name) && !value(name).isArray()) {
            throw wrongType(name, "a string or an array of strings");
        }
        if (texts.size() > most || texts.contains("")) {
            throw wrongValue(name, "at most " + most + " non-empty strings");
        }
        return texts;
    }

    /** The refusal of a field's type. */
    public RefusedRequestException wrongType(String name, String expected) {
        return new RefusedRequestException(wording.wrongType(at(name), expected, typeOf(value(name))));
    }

    /** The refusal of a field's value. */
    public RefusedRequestException wrongValue(String name, String rule) {
        JsonNode value = value(name);
        String shown = value.isTextual() ? value.textValue() : value.toString();
        return new RefusedRequestException(wording.wrongValue(at(name), shown, rule));
    }

    /** The refusal of an absent field. */
    public RefusedRequestException missing(String name) {
        return new RefusedRequestException(wording.missing(at(name)));
    }

    /** The path of a field in the body. */
    public String at(String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "a string";
            case BOOLEAN -> "a boolean";
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case NUMBER -> value.isIntegralNumber() ? "an integer" : "a decimal number";
            case NULL, MISSING, BINARY -> "null";
        };
    }
}
