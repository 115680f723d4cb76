package dev.streamux.protocol.chat.dialect.anthropic;

import static dev.streamux.protocol.chat.encode.EventTemplate.PIECE;

import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.TextPieces;
import dev.streamux.protocol.chat.answer.ToolCall;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.EventSequence;
import dev.streamux.protocol.chat.encode.EventText;
import dev.streamux.protocol.chat.encode.StreamOptions;

/**
 * Events of a message: its start, its blocks (thinking, text, tool calls), its stop reason with the counts, its stop.
 *
 * <p>What comes before the first piece of the first block is preamble, the first block's start and a ping included.
 */
final class MessageStream {

    /** The vendor's first event counts a few output tokens already. */
    private static final int FIRST_OUTPUT = 1;

    private static final EventText PING = EventText.named("ping", "{\"type\":\"ping\"}");

    private final AnswerScript script;
    private final EventSequence.Builder events;
    private int block;

    MessageStream(AnswerScript script, StreamOptions options) {
        this.script = script;
        this.events = new EventSequence.Builder(
                script.identity(), options, error -> EventText.named("error", AnthropicErrors.object(error)));
    }

    EventSequence sequence() {
        String message = MessageWords.message(
                script.identity(),
                "[]",
                "\"stop_reason\":null,\"stop_sequence\":null",
                MessageWords.usage(
                        script.usage(), Math.min(FIRST_OUTPUT, script.usage().output())));
        add(EventKind.PREAMBLE, "message_start", ",\"message\":" + message + '}');
        addThinking();
        if (!script.text().isEmpty() || script.toolCalls().isEmpty()) {
            addBlock(EventKind.TEXT, "{\"type\":\"text\",\"text\":\"\"}", "text_delta\",\"text", script.text());
        }
        for (int i = 0; i < script.toolCalls().size(); i++) {
            addCall(i, script.toolCalls().get(i));
        }
        add(
                EventKind.FINISH,
                "message_delta",
                ",\"delta\":{" + MessageWords.stop(script) + "},\"usage\":"
                        + MessageWords.usage(script.usage(), script.usage().output()));
        add(EventKind.TERMINAL, "message_stop", "");
        return events.ping(PING).build();
    }

    private void addThinking() {
        if (script.reasoning().isEmpty()) {
            return;
        }
        openBlock("{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
        deltas(EventKind.REASONING, "thinking_delta\",\"thinking", script.reasoning());
        add(
                EventKind.STRUCTURE,
                "content_block_delta",
                index() + ",\"delta\":{\"type\":\"signature_delta\",\"signature\":\""
                        + MessageWords.signature(script.identity()) + "\"}");
        closeBlock();
    }

    private void addBlock(EventKind kind, String start, String delta, TextPieces pieces) {
        openBlock(start);
        deltas(kind, delta, pieces);
        closeBlock();
    }

    /** The vendor streams an empty piece of arguments first. */
    private void addCall(int number, ToolCall call) {
        openBlock(MessageWords.toolUse(script.identity(), number, call) + "{}}");
        add(
                EventKind.TOOL,
                "content_block_delta",
                index() + ",\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"\"}");
        deltas(EventKind.TOOL, "input_json_delta\",\"partial_json", call.arguments());
        closeBlock();
    }

    private void openBlock(String content) {
        EventKind kind = block == 0 ? EventKind.PREAMBLE : EventKind.STRUCTURE;
        add(kind, "content_block_start", index() + ",\"content_block\":" + content);
        if (block == 0) {
            events.event(EventKind.PREAMBLE, PING);
        }
    }

    private void closeBlock() {
        add(EventKind.STRUCTURE, "content_block_stop", index());
        block++;
    }

    private void deltas(EventKind kind, String typeAndMember, TextPieces pieces) {
        String data = "{\"type\":\"content_block_delta\"" + index() + ",\"delta\":{\"type\":\"" + typeAndMember
                + "\":\"" + PIECE + "\"}}";
        events.deltas(kind, EventText.named("content_block_delta", data), pieces);
    }

    private String index() {
        return ",\"index\":" + block;
    }

    private void add(EventKind kind, String type, String members) {
        events.event(kind, EventText.named(type, "{\"type\":\"" + type + '"' + members + '}'));
    }
}
