package dev.streamux.protocol.chat.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * OpenAI chat completions, and what compatible servers make of them.
 *
 * <p>Choice 0 is the visible answer; further choices are alternatives that no reader sees at once, so their text is
 * skipped. {@code [DONE]} ends the stream. Servers that leave it out are complete if the body ends cleanly after a
 * finish reason. Reasoning is read from {@code reasoning_content} or {@code reasoning}; a refusal is visible text.
 */
final class OpenAiChatDecoder implements StreamDecoder {
    private static final String DONE = "[DONE]";

    private boolean identified;
    private boolean finished;

    @Override
    public List<Signal> decode(String type, String data) {
        if (data.strip().equals(DONE)) {
            return List.of(new Signal.Ended());
        }
        JsonNode chunk = Fields.object(data);
        if (chunk.isMissingNode()) {
            return data.isBlank() ? List.of() : Fields.unreadable("an event", data);
        }
        List<Signal> signals = new ArrayList<>(2);
        Fields.addMark(signals, chunk);
        if (addFailure(signals, type, chunk)) {
            return signals;
        }
        identify(signals, chunk);
        for (JsonNode choice : chunk.path("choices")) {
            if (choice.path("index").asInt(0) == 0) {
                addChoice(signals, choice);
            }
        }
        addUsage(signals, chunk.path("usage"));
        return signals;
    }

    @Override
    public List<Signal> decodeBody(String json) {
        if (Fields.object(json).isMissingNode()) {
            return Fields.unreadableBody(json);
        }
        List<Signal> signals = new ArrayList<>(decode("message", json));
        if (signals.stream().noneMatch(Signal.Failed.class::isInstance)) {
            signals.add(new Signal.Ended());
        }
        return signals;
    }

    @Override
    public boolean completeAtCleanEnd() {
        return finished;
    }

    private static boolean addFailure(List<Signal> signals, String type, JsonNode chunk) {
        JsonNode error = chunk.path("error");
        boolean inside = error.isObject() || error.isTextual();
        if (inside || type.equals("error") || Fields.text(chunk, "object").equals("error")) {
            signals.add(Fields.failure(inside ? error : chunk));
            return true;
        }
        return false;
    }

    private void identify(List<Signal> signals, JsonNode chunk) {
        String id = Fields.text(chunk, "id");
        if (!identified && !id.isEmpty()) {
            identified = true;
            signals.add(new Signal.Identified(id));
        }
    }

    private void addChoice(List<Signal> signals, JsonNode choice) {
        // A buffered body, and the last chunk of some servers, has a message in the place of the delta.
        JsonNode delta = choice.has("delta") ? choice.path("delta") : choice.path("message");
        String reasoning = Fields.text(delta, "reasoning_content");
        Fields.addReasoning(signals, reasoning.isEmpty() ? Fields.text(delta, "reasoning") : reasoning);
        addContent(signals, delta.path("content"));
        Fields.addText(signals, Fields.text(delta, "refusal"));
        Fields.addText(signals, Fields.text(choice, "text"));
        addToolCalls(signals, delta.path("tool_calls"));
        String reason = Fields.text(choice, "finish_reason");
        if (!reason.isEmpty() && !reason.equals("null")) {
            finished = true;
            signals.add(new Signal.Finished(reason));
        }
    }

    private static void addContent(List<Signal> signals, JsonNode content) {
        if (content.isArray()) {
            // Some vendors send typed parts instead of text, thinking among them.
            for (JsonNode part : content) {
                if (part.has("thinking")) {
                    part.path("thinking")
                            .forEach(thought -> Fields.addReasoning(signals, Fields.text(thought, "text")));
                }
                Fields.addText(signals, Fields.text(part, "text"));
            }
        } else {
            Fields.addText(signals, content.asText(""));
        }
    }

    private static void addToolCalls(List<Signal> signals, JsonNode calls) {
        int position = 0;
        for (JsonNode call : calls) {
            JsonNode function = call.path("function");
            signals.add(new Signal.ToolCallDelta(
                    call.path("index").asInt(position),
                    Fields.text(function, "name"),
                    Fields.text(function, "arguments")));
            position++;
        }
    }

    private static void addUsage(List<Signal> signals, JsonNode usage) {
        if (usage.isObject()) {
            signals.add(new Signal.TokenCounts(
                    Fields.count(usage, "prompt_tokens"), Fields.count(usage, "completion_tokens")));
        }
    }
}
