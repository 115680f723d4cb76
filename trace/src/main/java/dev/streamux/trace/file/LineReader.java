package dev.streamux.trace.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.streamux.trace.EmissionTrace;
import java.io.IOException;

/**
 * One line of {@code responses.jsonl} or {@code emissions.jsonl} as a trace.
 *
 * <p>What is wrong is told as an {@link IllegalArgumentException} without the place; {@link TraceReader} adds it.
 */
final class LineReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false)
            .build();

    private LineReader() {}

    /** Reads one line; the newline is not part of {@code line}. */
    static EmissionTrace read(byte[] line, int length) {
        try (JsonParser json = JSON.createParser(line, 0, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the line is not a JSON object");
            }
            LineFields fields = new LineFields();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                fields.take(key, value, json);
            }
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("there is more on the line after the JSON object");
            }
            return fields.toTrace();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the line is not valid JSON at column " + e.getLocation().getColumnNr() + ": "
                            + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the line cannot be read: " + e.getMessage(), e);
        }
    }
}
