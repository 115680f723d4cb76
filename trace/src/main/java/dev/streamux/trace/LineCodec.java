package dev.streamux.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code responses.jsonl} or {@code emissions.jsonl} to a trace and back, version 1.
 *
 * <p>Unknown keys are passed over, so that a newer writer's files can be read. What is wrong is told as an
 * {@link IllegalArgumentException} without the place; the reader adds it.
 */
final class LineCodec {
    static final int VERSION = 1;
    private static final JsonFactory JSON = JsonFactory.builder()
            .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false)
            .build();

    private LineCodec() {}

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

    /** Reads one line; the newline is not part of {@code line}. */
    static EmissionTrace read(byte[] line, int length) {
        try (JsonParser json = JSON.createParser(line, 0, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the line is not a JSON object");
            }
            Fields fields = new Fields();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                fields.take(key, value, json);
            }
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("there is more on the line after the JSON object");
            }
            return fields.toTrace();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the line is not valid JSON at column " + e.getLocation().getColumnNr() + ": "
                            + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the line cannot be read: " + e.getMessage(), e);
        }
    }

    /** The fields of the line so far. */
    private static final class Fields {
        private boolean versionSeen;
        private ResponseTrace.@Nullable Builder builder;
        private final java.util.List<java.util.function.Consumer<ResponseTrace.Builder>> early =
                new java.util.ArrayList<>();
        private boolean chunksSeen;
        private boolean sentSeen;
        private boolean endSeen;
        private boolean outcomeSeen;
        private boolean intendedSeen;
        private long sentNanos;
        private long intendedNanos;
        private long endNanos;
        private @Nullable String text;
        private Chunks chunks = Chunks.NONE;
        private EmissionTrace.Times planned = EmissionTrace.Times.NONE;
        private EmissionTrace.Times written = EmissionTrace.Times.NONE;

        void take(String key, JsonToken token, JsonParser json) throws IOException {
            switch (key) {
                case "v" -> {
                    long version = number(key, token, json);
                    if (version != VERSION) {
                        throw new IllegalArgumentException("v is " + version + "; this streamux reads version "
                                + VERSION + "; use the streamux that wrote the file");
                    }
                    versionSeen = true;
                }
                case "id" -> {
                    builder = ResponseTrace.builder(string(key, token, json));
                    early.forEach(step -> step.accept(builder));
                    early.clear();
                }
                case "arm" -> set(key, token, json, ResponseTrace.Builder::arm);
                case "phase" -> set(key, token, json, ResponseTrace.Builder::phase);
                case "protocol" -> set(key, token, json, ResponseTrace.Builder::protocol);
                case "delivery" -> set(key, token, json, ResponseTrace.Builder::delivery);
                case "route" -> set(key, token, json, ResponseTrace.Builder::route);
                case "intendedNanos" -> {
                    intendedNanos = number(key, token, json);
                    intendedSeen = true;
                }
                case "sentNanos" -> {
                    sentNanos = number(key, token, json);
                    sentSeen = true;
                }
                case "headersNanos" -> setOptional(key, token, json, ResponseTrace.Builder::headersNanos);
                case "firstByteNanos" -> setOptional(key, token, json, ResponseTrace.Builder::firstByteNanos);
                case "endNanos" -> {
                    endNanos = number(key, token, json);
                    endSeen = true;
                }
                case "outcome" -> {
                    Outcome outcome = Outcome.parse(string(key, token, json));
                    apply(step -> step.outcome(outcome));
                    outcomeSeen = true;
                }
                case "status" -> {
                    int status = Math.toIntExact(number(key, token, json));
                    apply(step -> step.status(status));
                }
                case "error" -> {
                    if (token != JsonToken.VALUE_NULL) {
                        set(key, token, json, ResponseTrace.Builder::error);
                    }
                }
                case "usage" -> usage(token, json);
                case "text" -> {
                    if (token != JsonToken.VALUE_NULL) {
                        text = string(key, token, json);
                    }
                }
                case "reasoning" -> {
                    if (token != JsonToken.VALUE_NULL) {
                        set(key, token, json, ResponseTrace.Builder::reasoning);
                    }
                }
                case "chunks" -> {
                    chunks = chunks(key, token, json);
                    chunksSeen = true;
                }
                case "reasoningChunks" -> {
                    Chunks reasoningChunks = chunks(key, token, json);
                    apply(step -> step.reasoningChunks(reasoningChunks));
                }
                case "plannedNanos" -> planned = times(key, token, json);
                case "writtenNanos" -> written = times(key, token, json);
                case "attributes" -> attributes(token, json);
                default -> json.skipChildren();
            }
        }

        private void apply(java.util.function.Consumer<ResponseTrace.Builder> step) {
            if (builder == null) {
                early.add(step);
            } else {
                step.accept(builder);
            }
        }

        private void set(
                String key,
                JsonToken token,
                JsonParser json,
                java.util.function.BiConsumer<ResponseTrace.Builder, String> setter)
                throws IOException {
            String value = string(key, token, json);
            apply(step -> setter.accept(step, value));
        }

        private void setOptional(
                String key,
                JsonToken token,
                JsonParser json,
                java.util.function.ObjLongConsumer<ResponseTrace.Builder> setter)
                throws IOException {
            if (token == JsonToken.VALUE_NULL) {
                return;
            }
            long value = number(key, token, json);
            apply(step -> setter.accept(step, value));
        }

        private void usage(JsonToken token, JsonParser json) throws IOException {
            if (token == JsonToken.VALUE_NULL) {
                return;
            }
            if (token != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("usage must be an object or null");
            }
            int input = 0;
            int output = 0;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                if (key.equals("inputTokens")) {
                    input = Math.toIntExact(number("usage.inputTokens", value, json));
                } else if (key.equals("outputTokens")) {
                    output = Math.toIntExact(number("usage.outputTokens", value, json));
                } else {
                    json.skipChildren();
                }
            }
            Usage usage = new Usage(input, output);
            apply(step -> step.usage(usage));
        }

        private void attributes(JsonToken token, JsonParser json) throws IOException {
            if (token != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("attributes must be an object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    String value = json.getText();
                    apply(step -> step.attribute(key, value));
                } else {
                    json.skipChildren();
                }
            }
        }

        EmissionTrace toTrace() {
            require("v", versionSeen);
            ResponseTrace.Builder present = builder;
            if (present == null) {
                throw new IllegalArgumentException("the key \"id\" is missing; it is required");
            }
            require("chunks", chunksSeen);
            require("sentNanos", sentSeen);
            require("endNanos", endSeen);
            require("outcome", outcomeSeen);
            long intended = intendedSeen ? intendedNanos : sentNanos;
            if (sentNanos < intended) {
                throw new IllegalArgumentException("sentNanos is " + sentNanos + ", before intendedNanos at " + intended
                        + "; a request cannot leave before it was meant to");
            }
            if (endNanos < sentNanos) {
                throw new IllegalArgumentException(
                        "endNanos is " + endNanos + ", before sentNanos at " + sentNanos + "; times must not decrease");
            }
            if (text != null) {
                long characters = text.codePointCount(0, text.length());
                if (characters != chunks.totalCharacters()) {
                    throw new IllegalArgumentException("text has " + characters
                            + " characters (Unicode code points) but the chunks add " + chunks.totalCharacters()
                            + "; they must agree, or leave text out");
                }
            }
            ResponseTrace response = present.intendedNanos(intended)
                    .sentNanos(sentNanos)
                    .endNanos(endNanos)
                    .text(text)
                    .chunks(chunks)
                    .build();
            return new EmissionTrace(response, planned, written);
        }

        private static void require(String key, boolean seen) {
            if (!seen) {
                throw new IllegalArgumentException("the key \"" + key + "\" is missing; it is required");
            }
        }

        private static long number(String key, JsonToken token, JsonParser json) throws IOException {
            if (token != JsonToken.VALUE_NUMBER_INT) {
                throw new IllegalArgumentException(key + " must be a whole number");
            }
            return json.getLongValue();
        }

        private static String string(String key, JsonToken token, JsonParser json) throws IOException {
            if (token != JsonToken.VALUE_STRING) {
                throw new IllegalArgumentException(key + " must be a string");
            }
            return json.getText();
        }

        private static Chunks chunks(String key, JsonToken token, JsonParser json) throws IOException {
            if (token != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException(key + " must be an array of [time, characters, bytes]");
            }
            Chunks.Builder chunks = Chunks.builder();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                long time = chunkNumber(key, chunks.size(), json);
                long characters = chunkNumber(key, chunks.size(), json);
                long bytes = chunkNumber(key, chunks.size(), json);
                if (json.nextToken() != JsonToken.END_ARRAY) {
                    throw new IllegalArgumentException(key + "[" + chunks.size()
                            + "] has more than three numbers; it must be [time, characters, bytes]");
                }
                chunks.add(time, Math.toIntExact(characters), Math.toIntExact(bytes));
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw new IllegalArgumentException(key + "[" + chunks.size() + "] must be [time, characters, bytes]");
            }
            return chunks.build();
        }

        private static long chunkNumber(String key, int index, JsonParser json) throws IOException {
            if (json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                throw new IllegalArgumentException(
                        key + "[" + index + "] must be three whole numbers, [time, characters, bytes]");
            }
            return json.getLongValue();
        }

        private static EmissionTrace.Times times(String key, JsonToken token, JsonParser json) throws IOException {
            if (token != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException(key + " must be an array of whole numbers");
            }
            long[] nanos = new long[64];
            int size = 0;
            for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                if (size == nanos.length) {
                    nanos = Arrays.copyOf(nanos, size * 2);
                }
                nanos[size++] = number(key, next, json);
            }
            return EmissionTrace.Times.of(Arrays.copyOf(nanos, size));
        }
    }
}
