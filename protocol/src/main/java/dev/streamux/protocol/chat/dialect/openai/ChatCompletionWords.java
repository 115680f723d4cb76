package dev.streamux.protocol.chat.dialect.openai;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.FinishReason;
import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.protocol.chat.answer.TokenUsage;
import dev.streamux.protocol.chat.answer.ToolCall;

/** What streamed and whole chat completions have in common. */
final class ChatCompletionWords {

    private ChatCompletionWords() {}

    /** The members that open every chunk and every body, up to {@code choices}. */
    static String opening(AnswerIdentity identity, String object) {
        return "{\"id\":\"" + identity.vendorId("chatcmpl-", 29)
                + "\",\"object\":\"" + object
                + "\",\"created\":" + identity.createdSeconds()
                + ",\"model\":" + JsonText.quote(identity.model())
                + ",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_streamux01\"";
    }

    static String finish(FinishReason reason) {
        return switch (reason) {
            case STOP, STOP_SEQUENCE -> "stop";
            case LENGTH -> "length";
            case TOOL_CALLS -> "tool_calls";
            case CONTENT_FILTER -> "content_filter";
        };
    }

    static String usage(TokenUsage usage) {
        return "{\"prompt_tokens\":" + usage.input()
                + ",\"completion_tokens\":" + usage.output()
                + ",\"total_tokens\":" + usage.total()
                + ",\"prompt_tokens_details\":{\"cached_tokens\":" + usage.cachedInput() + ",\"audio_tokens\":0}"
                + ",\"completion_tokens_details\":{\"reasoning_tokens\":" + usage.reasoning()
                + ",\"audio_tokens\":0,\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}}";
    }

    /** Id, type and name of a call, with its arguments as escaped JSON text. */
    static String call(AnswerIdentity identity, int number, ToolCall call, String arguments) {
        return "\"id\":\"" + identity.vendorId("call_" + (number == 0 ? "" : number), 24)
                + "\",\"type\":\"function\",\"function\":{\"name\":" + JsonText.quote(call.name())
                + ",\"arguments\":" + arguments + "}}";
    }
}
