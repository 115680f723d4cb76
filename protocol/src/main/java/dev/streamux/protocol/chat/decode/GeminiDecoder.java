package dev.streamux.protocol.chat.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Gemini: each SSE event, and each element of the array form, is a whole response with its part of the answer.
 *
 * <p>There is no end marker: complete if the body ends cleanly after a {@code finishReason}. A prompt that is blocked
 * has no candidate; its block reason counts as a failure. Candidate 0 is the visible one.
 */
final class GeminiDecoder implements StreamDecoder {
    private boolean identified;
    private boolean finished;
    private int calls;

    @Override
    public List<Signal> decode(String type, String data) {
        JsonNode response = Fields.object(data);
        if (response.isMissingNode()) {
            return data.isBlank() ? List.of() : Fields.unreadable("an event", data);
        }
        List<Signal> signals = new ArrayList<>(2);
        Fields.addMark(signals, response);
        if (response.has("error")) {
            signals.add(Fields.failure(response.path("error")));
            return signals;
        }
        identify(signals, response);
        String blocked = Fields.text(response.path("promptFeedback"), "blockReason");
        if (!blocked.isEmpty()) {
            signals.add(new Signal.Failed("the prompt was blocked: " + blocked));
        }
        for (JsonNode candidate : response.path("candidates")) {
            if (candidate.path("index").asInt(0) == 0) {
                addCandidate(signals, candidate);
            }
        }
        addUsage(signals, response.path("usageMetadata"));
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

    private void identify(List<Signal> signals, JsonNode response) {
        String id = Fields.text(response, "responseId");
        if (!identified && !id.isEmpty()) {
            identified = true;
            signals.add(new Signal.Identified(id));
        }
    }

    private void addCandidate(List<Signal> signals, JsonNode candidate) {
        for (JsonNode part : candidate.path("content").path("parts")) {
            if (part.path("thought").asBoolean(false)) {
                Fields.addReasoning(signals, Fields.text(part, "text"));
            } else {
                Fields.addText(signals, Fields.text(part, "text"));
            }
            JsonNode call = part.path("functionCall");
            if (call.isObject()) {
                signals.add(new Signal.ToolCallDelta(
                        calls++, Fields.text(call, "name"), call.path("args").toString()));
            }
        }
        String reason = Fields.text(candidate, "finishReason");
        if (!reason.isEmpty() && !reason.equals("null")) {
            finished = true;
            signals.add(new Signal.Finished(reason));
        }
    }

    private static void addUsage(List<Signal> signals, JsonNode usage) {
        if (usage.isObject()) {
            // Thinking tokens are counted apart by this vendor; the answer includes them in ours.
            int output = Fields.count(usage, "candidatesTokenCount") + Fields.count(usage, "thoughtsTokenCount");
            signals.add(new Signal.TokenCounts(Fields.count(usage, "promptTokenCount"), output));
        }
    }
}
