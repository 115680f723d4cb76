package dev.streamux.reports.annex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a JSON file that may be absent, half written or of another schema. */
final class JsonFile {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonFile() {}

    /** The root; empty if the file is absent, or with a remark added if it cannot be used. */
    static Optional<JsonNode> read(Path file, String schema, List<String> remarks) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = MAPPER.readTree(file.toFile());
            String found = root.path("schema").asText();
            if (found.equals(schema)) {
                return Optional.of(root);
            }
            remarks.add(file.getFileName() + " is left out: its schema is \"" + found + "\", not \"" + schema + "\".");
        } catch (JsonProcessingException e) {
            remarks.add(file.getFileName() + " is left out: it is no JSON, perhaps half written.");
        } catch (IOException e) {
            remarks.add(file.getFileName() + " is left out: it cannot be read.");
        }
        return Optional.empty();
    }

    /** The texts of an array, none if it is not there. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}
