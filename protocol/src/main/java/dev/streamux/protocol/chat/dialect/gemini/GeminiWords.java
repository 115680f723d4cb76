package dev.streamux.protocol.chat.dialect.gemini;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.FinishReason;
import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.protocol.chat.answer.TokenUsage;
import dev.streamux.protocol.chat.answer.ToolCall;

/** What streamed and whole responses have in common: every event is a whole response object. */
final class GeminiWords {

    private GeminiWords() {}

    /** A candidate with these parts that has more to come. */
    static String candidate(int index, String parts) {
        return "{\"content\":{\"parts\":[" + parts + "],\"role\":\"model\"},\"index\":" + index + '}';
    }

    /** A candidate with these parts that ends with them. */
    static String lastCandidate(int index, String parts, FinishReason finish) {
        return "{\"content\":{\"parts\":[" + parts + "],\"role\":\"model\"},\"finishReason\":\"" + word(finish)
                + "\",\"index\":" + index + '}';
    }

    /** A response with this candidate that has more to come; its object is left open for more members. */
    static String partial(AnswerIdentity identity, String candidate, TokenUsage usage) {
        return "{\"candidates\":[" + candidate + "],\"usageMetadata\":{" + prompt(usage) + ",\"totalTokenCount\":"
                + usage.input() + '}' + closing(identity);
    }

    /** A response with these candidates that ends the answer; its object is left open for more members. */
    static String last(AnswerIdentity identity, String candidates, TokenUsage usage) {
        return "{\"candidates\":[" + candidates + "],\"usageMetadata\":{" + prompt(usage)
                + ",\"candidatesTokenCount\":" + (usage.output() - usage.reasoning())
                + (usage.reasoning() > 0 ? ",\"thoughtsTokenCount\":" + usage.reasoning() : "")
                + ",\"totalTokenCount\":" + usage.total() + '}' + closing(identity);
    }

    private static String prompt(TokenUsage usage) {
        return "\"promptTokenCount\":" + usage.input()
                + (usage.cachedInput() > 0 ? ",\"cachedContentTokenCount\":" + usage.cachedInput() : "");
    }

    private static String closing(AnswerIdentity identity) {
        return ",\"modelVersion\":" + JsonText.quote(identity.model()) + ",\"responseId\":\""
                + identity.vendorId("", 22) + '"';
    }

    private static String word(FinishReason finish) {
        return switch (finish) {
            case STOP, STOP_SEQUENCE, TOOL_CALLS -> "STOP";
            case LENGTH -> "MAX_TOKENS";
            case CONTENT_FILTER -> "SAFETY";
        };
    }

    /** A part of text, given as a JSON string. */
    static String text(String json) {
        return "{\"text\":" + json + '}';
    }

    /** A part of thinking, given as a JSON string. */
    static String thought(String json) {
        return "{\"text\":" + json + ",\"thought\":true}";
    }

    /** A part that calls a function; the vendor never streams its arguments in pieces. */
    static String call(ToolCall call) {
        return "{\"functionCall\":{\"name\":" + JsonText.quote(call.name()) + ",\"args\":"
                + call.arguments().text() + "}}";
    }
}
