package dev.streamux.protocol.chat.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * OpenAI Responses, as server-sent events and as WebSocket frames; the event's {@code type} is in its data.
 *
 * <p>Complete with {@code response.completed} or {@code response.incomplete}. {@code response.failed},
 * {@code response.cancelled} and {@code error} are failures. Reasoning summaries and refusals are read too.
 */
final class ResponsesDecoder implements StreamDecoder {
    private boolean identified;

    @Override
    public List<Signal> decode(String type, String data) {
        JsonNode event = Fields.object(data);
        if (event.isMissingNode()) {
            // Some servers close with the chat dialect's marker; it says nothing here.
            boolean harmless = data.isBlank() || data.strip().equals("[DONE]");
            return harmless ? List.of() : Fields.unreadable("an event", data);
        }
        String name = Fields.text(event, "type");
        List<Signal> signals = new ArrayList<>(2);
        Fields.addMark(signals, event);
        addEvent(signals, name.isEmpty() ? type : name, event);
        return signals;
    }

    @Override
    public List<Signal> decodeBody(String json) {
        JsonNode response = Fields.object(json);
        if (response.isMissingNode()) {
            return Fields.unreadableBody(json);
        }
        List<Signal> signals = new ArrayList<>();
        Fields.addMark(signals, response);
        identify(signals, response);
        if (response.path("error").isObject()) {
            signals.add(Fields.failure(response.path("error")));
            return signals;
        }
        int call = 0;
        for (JsonNode item : response.path("output")) {
            for (JsonNode part : item.path("summary")) {
                Fields.addReasoning(signals, Fields.text(part, "text"));
            }
            for (JsonNode part : item.path("content")) {
                Fields.addText(signals, Fields.text(part, "text"));
                Fields.addText(signals, Fields.text(part, "refusal"));
            }
            if (Fields.text(item, "type").equals("function_call")) {
                signals.add(
                        new Signal.ToolCallDelta(call++, Fields.text(item, "name"), Fields.text(item, "arguments")));
            }
        }
        finish(signals, response);
        return signals;
    }

    @Override
    public boolean completeAtCleanEnd() {
        return false;
    }

    private void addEvent(List<Signal> signals, String name, JsonNode event) {
        switch (name) {
            case "response.created" -> identify(signals, event.path("response"));
            case "response.output_text.delta", "response.refusal.delta" ->
                Fields.addText(signals, Fields.text(event, "delta"));
            case "response.reasoning_text.delta", "response.reasoning_summary_text.delta" ->
                Fields.addReasoning(signals, Fields.text(event, "delta"));
            case "response.output_item.added" -> addTool(signals, event);
            case "response.function_call_arguments.delta" ->
                signals.add(
                        new Signal.ToolCallDelta(event.path("output_index").asInt(0), "", Fields.text(event, "delta")));
            case "response.completed", "response.incomplete" -> finish(signals, event.path("response"));
            case "response.failed", "response.cancelled" ->
                signals.add(failed(name, event.path("response").path("error")));
            case "error" -> signals.add(Fields.failure(event.path("error").isObject() ? event.path("error") : event));
            default -> {
                // The other events of this dialect repeat what the deltas said.
            }
        }
    }

    private void identify(List<Signal> signals, JsonNode response) {
        String id = Fields.text(response, "id");
        if (!identified && !id.isEmpty()) {
            identified = true;
            signals.add(new Signal.Identified(id));
        }
    }

    private static void addTool(List<Signal> signals, JsonNode event) {
        JsonNode item = event.path("item");
        if (Fields.text(item, "type").equals("function_call")) {
            signals.add(new Signal.ToolCallDelta(
                    event.path("output_index").asInt(0), Fields.text(item, "name"), Fields.text(item, "arguments")));
        }
    }

    private static void finish(List<Signal> signals, JsonNode response) {
        JsonNode usage = response.path("usage");
        if (usage.isObject()) {
            signals.add(
                    new Signal.TokenCounts(Fields.count(usage, "input_tokens"), Fields.count(usage, "output_tokens")));
        }
        String reason = Fields.text(response.path("incomplete_details"), "reason");
        String status = Fields.text(response, "status");
        signals.add(new Signal.Finished(reason.isEmpty() ? (status.isEmpty() ? "completed" : status) : reason));
        signals.add(new Signal.Ended());
    }

    private static Signal.Failed failed(String name, JsonNode error) {
        return error.isObject() ? Fields.failure(error) : new Signal.Failed(name);
    }
}
