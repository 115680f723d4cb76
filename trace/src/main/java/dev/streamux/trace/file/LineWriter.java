package dev.streamux.trace.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.Usage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A trace as one line of {@code responses.jsonl} or {@code emissions.jsonl}, version 1.
 */
final class LineWriter {
    static final int VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private LineWriter() {}

    static void write(ResponseTrace trace, OutputStream out) throws IOException {
        write(trace, EmissionTrace.Times.NONE, EmissionTrace.Times.NONE, out);
    }

    static void write(EmissionTrace emission, OutputStream out) throws IOException {
        write(emission.response(), emission.plannedNanos(), emission.writtenNanos(), out);
    }

    private static void write(
            ResponseTrace trace, EmissionTrace.Times planned, EmissionTrace.Times written, OutputStream out)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("v", VERSION);
            json.writeStringField("id", trace.id());
            json.writeStringField("arm", trace.arm());
            json.writeStringField("phase", trace.phase());
            json.writeStringField("protocol", trace.protocol());
            json.writeStringField("delivery", trace.delivery());
            json.writeStringField("route", trace.route());
            json.writeNumberField("intendedNanos", trace.intendedNanos());
            json.writeNumberField("sentNanos", trace.sentNanos());
            writeOptional(json, "headersNanos", trace.headersNanos());
            writeOptional(json, "firstByteNanos", trace.firstByteNanos());
            json.writeNumberField("endNanos", trace.endNanos());
            json.writeStringField("outcome", trace.outcome().word());
            json.writeNumberField("status", trace.status());
            json.writeStringField("error", trace.error().orElse(null));
            writeUsage(json, trace);
            if (trace.text().isPresent()) {
                json.writeStringField("text", trace.text().get());
            }
            json.writeStringField("reasoning", trace.reasoning());
            writeChunks(json, "chunks", trace.chunks());
            if (!trace.reasoningChunks().isEmpty()) {
                writeChunks(json, "reasoningChunks", trace.reasoningChunks());
            }
            writeTimes(json, "plannedNanos", planned);
            writeTimes(json, "writtenNanos", written);
            if (!trace.attributes().isEmpty()) {
                json.writeObjectFieldStart("attributes");
                for (Map.Entry<String, String> entry : trace.attributes().entrySet()) {
                    json.writeStringField(entry.getKey(), entry.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void writeOptional(JsonGenerator json, String key, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(key, value.getAsLong());
        } else {
            json.writeNullField(key);
        }
    }

    private static void writeUsage(JsonGenerator json, ResponseTrace trace) throws IOException {
        if (trace.usage().isEmpty()) {
            json.writeNullField("usage");
            return;
        }
        Usage usage = trace.usage().get();
        json.writeObjectFieldStart("usage");
        json.writeNumberField("inputTokens", usage.inputTokens());
        json.writeNumberField("outputTokens", usage.outputTokens());
        json.writeEndObject();
    }

    private static void writeChunks(JsonGenerator json, String key, Chunks chunks) throws IOException {
        json.writeArrayFieldStart(key);
        for (int i = 0; i < chunks.size(); i++) {
            json.writeStartArray();
            json.writeNumber(chunks.timeNanos(i));
            json.writeNumber(chunks.characters(i));
            json.writeNumber(chunks.bytes(i));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void writeTimes(JsonGenerator json, String key, EmissionTrace.Times times) throws IOException {
        if (times.size() == 0) {
            return;
        }
        json.writeArrayFieldStart(key);
        for (int i = 0; i < times.size(); i++) {
            json.writeNumber(times.get(i));
        }
        json.writeEndArray();
    }
}
