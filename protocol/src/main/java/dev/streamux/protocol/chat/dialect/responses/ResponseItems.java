package dev.streamux.protocol.chat.dialect.responses;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.protocol.chat.answer.ToolCall;
import java.util.ArrayList;
import java.util.List;

/** The output items of a response, as they are at their start and at their end. */
final class ResponseItems {

    private static final int ID_LENGTH = 48;

    private final AnswerScript script;
    private final AnswerIdentity identity;
    private final String reasoningId;
    private final String messageId;
    /** The whole texts as JSON strings: a stream repeats them four times, so they are escaped once. */
    private final String reasoningJson;

    private final String textJson;

    ResponseItems(AnswerScript script) {
        this.script = script;
        this.identity = script.identity();
        this.reasoningId = identity.vendorId("rs_", ID_LENGTH);
        this.messageId = identity.vendorId("msg_", ID_LENGTH);
        this.reasoningJson = JsonText.quote(script.reasoning().text());
        this.textJson = JsonText.quote(script.text().text());
    }

    String reasoningId() {
        return reasoningId;
    }

    String messageId() {
        return messageId;
    }

    String reasoningJson() {
        return reasoningJson;
    }

    String textJson() {
        return textJson;
    }

    String callId(int number) {
        return identity.vendorId("fc_" + (number == 0 ? "" : number), ID_LENGTH);
    }

    boolean hasMessage() {
        return !script.text().isEmpty() || script.toolCalls().isEmpty();
    }

    String emptyReasoning() {
        return "{\"id\":\"" + reasoningId + "\",\"type\":\"reasoning\",\"summary\":[]}";
    }

    String reasoning() {
        return "{\"id\":\"" + reasoningId + "\",\"type\":\"reasoning\",\"summary\":[" + summary() + "]}";
    }

    /** The whole summary as the one part it has. */
    String summary() {
        return "{\"type\":\"summary_text\",\"text\":" + reasoningJson + '}';
    }

    String emptyMessage() {
        return "{\"id\":\"" + messageId
                + "\",\"type\":\"message\",\"status\":\"in_progress\",\"content\":[],\"role\":\"assistant\"}";
    }

    String message() {
        return "{\"id\":\"" + messageId + "\",\"type\":\"message\",\"status\":\"" + status() + "\",\"content\":["
                + part(textJson) + "],\"role\":\"assistant\"}";
    }

    /** A part of text, given as a JSON string. */
    static String part(String text) {
        return "{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":" + text + '}';
    }

    String emptyCall(int number) {
        return call(number, "in_progress", "\"\"");
    }

    String call(int number) {
        return call(
                number,
                status(),
                JsonText.quote(script.toolCalls().get(number).arguments().text()));
    }

    private String call(int number, String status, String arguments) {
        ToolCall call = script.toolCalls().get(number);
        return "{\"id\":\"" + callId(number) + "\",\"type\":\"function_call\",\"status\":\"" + status
                + "\",\"arguments\":" + arguments + ",\"call_id\":\""
                + identity.vendorId("call_" + (number == 0 ? "" : number), 24) + "\",\"name\":"
                + JsonText.quote(call.name()) + '}';
    }

    /** All items, finished, as a JSON array. */
    String all() {
        List<String> items = new ArrayList<>();
        if (!script.reasoning().isEmpty()) {
            items.add(reasoning());
        }
        if (hasMessage()) {
            items.add(message());
        }
        for (int i = 0; i < script.toolCalls().size(); i++) {
            items.add(call(i));
        }
        return '[' + String.join(",", items) + ']';
    }

    private String status() {
        return ResponseObject.isIncomplete(script.finish()) ? "incomplete" : "completed";
    }
}
