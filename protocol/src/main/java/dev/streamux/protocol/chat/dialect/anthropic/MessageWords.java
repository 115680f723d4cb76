package dev.streamux.protocol.chat.dialect.anthropic;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.FinishReason;
import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.protocol.chat.answer.TokenUsage;
import dev.streamux.protocol.chat.answer.ToolCall;
import java.util.Optional;

/** What streamed and whole messages have in common. */
final class MessageWords {

    private static final int SIGNATURE_LENGTH = 64;

    private MessageWords() {}

    /** A message whose content, stop reason and usage are given as JSON; its object is left open for more members. */
    static String message(AnswerIdentity identity, String content, String stop, String usage) {
        return "{\"id\":\"" + identity.vendorId("msg_01", 22)
                + "\",\"type\":\"message\",\"role\":\"assistant\",\"model\":" + JsonText.quote(identity.model())
                + ",\"content\":" + content + ',' + stop + ",\"usage\":"
                + usage.substring(0, usage.length() - 1) + ",\"service_tier\":\"standard\"}";
    }

    /** The members {@code stop_reason} and {@code stop_sequence}. */
    static String stop(AnswerScript script) {
        Optional<String> sequence = script.identity().stopSequence();
        return "\"stop_reason\":\"" + reason(script.finish()) + "\",\"stop_sequence\":"
                + sequence.map(JsonText::quote).orElse("null");
    }

    private static String reason(FinishReason reason) {
        return switch (reason) {
            case STOP -> "end_turn";
            case STOP_SEQUENCE -> "stop_sequence";
            case LENGTH -> "max_tokens";
            case TOOL_CALLS -> "tool_use";
            case CONTENT_FILTER -> "refusal";
        };
    }

    /** The counts, with so many output tokens; cached input stands apart from the rest, as the vendor counts. */
    static String usage(TokenUsage usage, int output) {
        return "{\"input_tokens\":" + (usage.input() - usage.cachedInput())
                + ",\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":" + usage.cachedInput()
                + ",\"output_tokens\":" + output + '}';
    }

    /** A signature of the thinking: opaque text, as only the vendor can check a real one. */
    static String signature(AnswerIdentity identity) {
        return identity.vendorId("", SIGNATURE_LENGTH);
    }

    /** The members of a tool call up to its input. */
    static String toolUse(AnswerIdentity identity, int number, ToolCall call) {
        return "{\"type\":\"tool_use\",\"id\":\"" + identity.vendorId("toolu_01" + (number == 0 ? "" : number), 22)
                + "\",\"name\":" + JsonText.quote(call.name()) + ",\"input\":";
    }
}
