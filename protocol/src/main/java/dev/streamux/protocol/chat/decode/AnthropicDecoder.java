package dev.streamux.protocol.chat.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Anthropic Messages. Complete with {@code message_stop} only; usage is cumulative and comes in two events.
 *
 * <p>{@code ping} events and kinds of deltas that carry nothing to read (signatures, citations) are skipped. The name is
 * taken from the data, so a proxy that drops the {@code event} lines does no harm.
 */
final class AnthropicDecoder implements StreamDecoder {
    private int inputTokens;

    @Override
    public List<Signal> decode(String type, String data) {
        JsonNode event = Fields.object(data);
        if (event.isMissingNode()) {
            return data.isBlank() ? List.of() : Fields.unreadable("an event", data);
        }
        String name = Fields.text(event, "type");
        List<Signal> signals = new ArrayList<>(2);
        Fields.addMark(signals, event);
        switch (name.isEmpty() ? type : name) {
            case "message_start" -> addStart(signals, event.path("message"));
            case "content_block_start" -> addBlock(signals, event.path("index").asInt(0), event.path("content_block"));
            case "content_block_delta" -> addDelta(signals, event.path("index").asInt(0), event.path("delta"));
            case "message_delta" -> {
                addReason(signals, Fields.text(event.path("delta"), "stop_reason"));
                addUsage(signals, event.path("usage"));
            }
            case "message_stop" -> signals.add(new Signal.Ended());
            case "error" -> signals.add(Fields.failure(event.has("error") ? event.path("error") : event));
            default -> {
                // ping, content_block_stop, and whatever the vendor adds later.
            }
        }
        return signals;
    }

    @Override
    public List<Signal> decodeBody(String json) {
        JsonNode message = Fields.object(json);
        if (message.isMissingNode()) {
            return Fields.unreadableBody(json);
        }
        List<Signal> signals = new ArrayList<>();
        Fields.addMark(signals, message);
        if (Fields.text(message, "type").equals("error")
                || message.path("error").isObject()) {
            signals.add(Fields.failure(message.path("error")));
            return signals;
        }
        identify(signals, message);
        int index = 0;
        for (JsonNode block : message.path("content")) {
            addBlock(signals, index++, block);
        }
        addReason(signals, Fields.text(message, "stop_reason"));
        addUsage(signals, message.path("usage"));
        signals.add(new Signal.Ended());
        return signals;
    }

    @Override
    public boolean completeAtCleanEnd() {
        return false;
    }

    private static void identify(List<Signal> signals, JsonNode message) {
        String id = Fields.text(message, "id");
        if (!id.isEmpty()) {
            signals.add(new Signal.Identified(id));
        }
    }

    private void addStart(List<Signal> signals, JsonNode message) {
        identify(signals, message);
        addUsage(signals, message.path("usage"));
    }

    /** A block is empty at its start in a stream, and whole in a buffered body. */
    private static void addBlock(List<Signal> signals, int index, JsonNode block) {
        Fields.addText(signals, Fields.text(block, "text"));
        Fields.addReasoning(signals, Fields.text(block, "thinking"));
        if (Fields.text(block, "type").equals("tool_use")) {
            JsonNode input = block.path("input");
            String arguments = input.isEmpty() ? "" : input.toString();
            signals.add(new Signal.ToolCallDelta(index, Fields.text(block, "name"), arguments));
        }
    }

    private static void addDelta(List<Signal> signals, int index, JsonNode delta) {
        Fields.addText(signals, Fields.text(delta, "text"));
        Fields.addReasoning(signals, Fields.text(delta, "thinking"));
        String fragment = Fields.text(delta, "partial_json");
        if (!fragment.isEmpty()) {
            signals.add(new Signal.ToolCallDelta(index, "", fragment));
        }
    }

    private static void addReason(List<Signal> signals, String reason) {
        if (!reason.isEmpty() && !reason.equals("null")) {
            signals.add(new Signal.Finished(reason));
        }
    }

    private void addUsage(List<Signal> signals, JsonNode usage) {
        if (usage.isObject()) {
            int stated = Fields.count(usage, "input_tokens");
            inputTokens = stated > 0 ? stated : inputTokens;
            signals.add(new Signal.TokenCounts(inputTokens, Fields.count(usage, "output_tokens")));
        }
    }
}
