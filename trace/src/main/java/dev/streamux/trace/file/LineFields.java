package dev.streamux.trace.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a line while it is read, in whatever order they come.
 *
 * <p>Unknown keys are passed over, so that a newer writer's files can be read.
 */
final class LineFields {
    private boolean versionSeen;
    private ResponseTrace.@Nullable Builder builder;
    private final List<Consumer<ResponseTrace.Builder>> early = new ArrayList<>();
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
                if (version != LineWriter.VERSION) {
                    throw new IllegalArgumentException("v is " + version + "; this streamux reads version "
                            + LineWriter.VERSION + "; use the streamux that wrote the file");
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

    private void apply(Consumer<ResponseTrace.Builder> step) {
        if (builder == null) {
            early.add(step);
        } else {
            step.accept(builder);
        }
    }

    private void set(String key, JsonToken token, JsonParser json, BiConsumer<ResponseTrace.Builder, String> setter)
            throws IOException {
        String value = string(key, token, json);
        apply(step -> setter.accept(step, value));
    }

    private void setOptional(
            String key, JsonToken token, JsonParser json, ObjLongConsumer<ResponseTrace.Builder> setter)
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
        requireWithin(chunks);
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

    private void requireWithin(Chunks shown) {
        if (shown.isEmpty()) {
            return;
        }
        if (shown.timeNanos(0) < sentNanos) {
            throw new IllegalArgumentException("chunks[0] is at " + shown.timeNanos(0) + " ns, before sentNanos at "
                    + sentNanos + "; times must not decrease");
        }
        long last = shown.timeNanos(shown.size() - 1);
        if (endNanos < last) {
            throw new IllegalArgumentException(
                    "endNanos is " + endNanos + ", before the last chunk at " + last + "; times must not decrease");
        }
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
