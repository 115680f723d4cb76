package dev.streamux.protocol.chat.dialect.responses;

import static dev.streamux.protocol.chat.encode.EventTemplate.INDEX;
import static dev.streamux.protocol.chat.encode.EventTemplate.PADDING;
import static dev.streamux.protocol.chat.encode.EventTemplate.PIECE;

import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.protocol.chat.answer.TextPieces;
import dev.streamux.protocol.chat.dialect.openai.OpenAiErrors;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.EventSequence;
import dev.streamux.protocol.chat.encode.EventText;
import dev.streamux.protocol.chat.encode.StreamOptions;
import dev.streamux.protocol.chat.request.WireError;

/**
 * Events of a response: created, in progress, its items (reasoning summary, message, function calls), completed.
 *
 * <p>Every event's {@code sequence_number} is its index in the stream. What comes before the first piece is preamble.
 */
final class ResponseStream {

    private final AnswerScript script;
    private final ResponseItems items;
    private final EventSequence.Builder events;
    private final String padding;
    private int output;
    private boolean started;

    ResponseStream(AnswerScript script, StreamOptions options) {
        this.script = script;
        this.items = new ResponseItems(script);
        this.events = new EventSequence.Builder(script.identity(), options, ResponseStream::error);
        this.padding = options.obfuscation() ? ",\"obfuscation\":\"" + PADDING + '"' : "";
    }

    EventSequence sequence() {
        ResponseObject response = new ResponseObject(script, items);
        add("response.created", ",\"response\":" + response.inProgress());
        add("response.in_progress", ",\"response\":" + response.inProgress());
        if (!script.reasoning().isEmpty()) {
            addReasoning();
        }
        if (items.hasMessage()) {
            addMessage();
        }
        for (int i = 0; i < script.toolCalls().size(); i++) {
            addCall(i);
        }
        String end = ResponseObject.isIncomplete(script.finish()) ? "response.incomplete" : "response.completed";
        events.event(EventKind.TERMINAL, event(end, ",\"response\":" + response.finished() + '}'));
        return events.build();
    }

    private void addReasoning() {
        String place = place(items.reasoningId()) + ",\"summary_index\":0";
        String text = items.reasoningJson();
        openItem(items.emptyReasoning());
        add("response.reasoning_summary_part.added", place + ",\"part\":{\"type\":\"summary_text\",\"text\":\"\"}");
        deltas(EventKind.REASONING, "response.reasoning_summary_text.delta", place, script.reasoning());
        add("response.reasoning_summary_text.done", place + ",\"text\":" + text);
        add("response.reasoning_summary_part.done", place + ",\"part\":" + items.summary());
        closeItem(items.reasoning());
    }

    private void addMessage() {
        String place = place(items.messageId()) + ",\"content_index\":0";
        String text = items.textJson();
        openItem(items.emptyMessage());
        add("response.content_part.added", place + ",\"part\":" + ResponseItems.part("\"\""));
        deltas(EventKind.TEXT, "response.output_text.delta", place + ",\"logprobs\":[]", script.text());
        add("response.output_text.done", place + ",\"logprobs\":[],\"text\":" + text);
        add("response.content_part.done", place + ",\"part\":" + ResponseItems.part(text));
        closeItem(items.message());
    }

    private void addCall(int number) {
        String place = place(items.callId(number));
        TextPieces arguments = script.toolCalls().get(number).arguments();
        openItem(items.emptyCall(number));
        deltas(EventKind.TOOL, "response.function_call_arguments.delta", place, arguments);
        add(
                "response.function_call_arguments.done",
                place + ",\"arguments\":" + JsonText.quote(arguments.text()) + ",\"name\":"
                        + JsonText.quote(script.toolCalls().get(number).name()));
        closeItem(items.call(number));
    }

    private void openItem(String item) {
        add("response.output_item.added", ",\"output_index\":" + output + ",\"item\":" + item);
    }

    private void closeItem(String item) {
        add("response.output_item.done", ",\"output_index\":" + output + ",\"item\":" + item);
        output++;
    }

    private void deltas(EventKind kind, String type, String place, TextPieces pieces) {
        started = true;
        events.deltas(kind, event(type, place + ",\"delta\":\"" + PIECE + '"' + padding), pieces);
    }

    private String place(String itemId) {
        return ",\"item_id\":\"" + itemId + "\",\"output_index\":" + output;
    }

    private void add(String type, String members) {
        events.event(started ? EventKind.STRUCTURE : EventKind.PREAMBLE, event(type, members));
    }

    private static EventText event(String type, String members) {
        return EventText.named(type, "{\"type\":\"" + type + "\",\"sequence_number\":" + INDEX + members + '}');
    }

    private static EventText error(WireError error) {
        return event(
                "error",
                ",\"code\":" + OpenAiErrors.nullable(OpenAiErrors.code(error)) + ",\"message\":"
                        + JsonText.quote(error.message()) + ",\"param\":" + OpenAiErrors.nullable(error.param()));
    }
}
