package dev.streamux.protocol.chat.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Reads a body's free-form keys. */
public final class MetadataReader {

    private MetadataReader() {}

    /**
     * The object's members whose values are text, numbers or booleans, as text; empty when it is absent.
     *
     * <p>Vendors allow text only. Numbers and booleans are taken too, since knobs are mostly numbers.
     */
    public static Map<String, String> read(BodyReader body, String name) throws RefusedRequestException {
        Map<String, String> metadata = new TreeMap<>();
        if (body.optionalObject(name).isEmpty()) {
            return metadata;
        }
        for (Map.Entry<String, JsonNode> member : body.value(name).properties()) {
            if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                metadata.put(member.getKey(), member.getValue().asText());
            }
        }
        return metadata;
    }
}
