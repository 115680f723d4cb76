package dev.streamux.protocol.chat.dialect.responses;

import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.FinishReason;
import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.protocol.chat.answer.TokenUsage;

/** The response object, as it is while the answer is being written and at the end. */
final class ResponseObject {

    private static final String SETTINGS = ",\"parallel_tool_calls\":true,\"previous_response_id\":null,"
            + "\"reasoning\":{\"effort\":null,\"summary\":null},\"service_tier\":\"default\",\"store\":false,"
            + "\"temperature\":1.0,\"text\":{\"format\":{\"type\":\"text\"},\"verbosity\":\"medium\"},"
            + "\"tool_choice\":\"auto\",\"tools\":[],\"top_logprobs\":0,\"top_p\":1.0,\"truncation\":\"disabled\"";

    private final AnswerScript script;
    private final ResponseItems items;
    private final String id;

    ResponseObject(AnswerScript script, ResponseItems items) {
        this.script = script;
        this.items = items;
        this.id = ResponsesEncoder.responseId(script.identity());
    }

    static boolean isIncomplete(FinishReason finish) {
        return finish == FinishReason.LENGTH || finish == FinishReason.CONTENT_FILTER;
    }

    String inProgress() {
        return json("in_progress", "null", "[]", "null") + '}';
    }

    /** The finished response; its object is left open for more members. */
    String finished() {
        return json(
                isIncomplete(script.finish()) ? "incomplete" : "completed",
                incompleteDetails(),
                items.all(),
                usage(script.usage()));
    }

    private String json(String status, String incomplete, String output, String usage) {
        return "{\"id\":\"" + id
                + "\",\"object\":\"response\",\"created_at\":"
                + script.identity().createdSeconds()
                + ",\"status\":\"" + status
                + "\",\"background\":false,\"error\":null,\"incomplete_details\":" + incomplete
                + ",\"instructions\":null,\"max_output_tokens\":null,\"model\":"
                + JsonText.quote(script.identity().model())
                + ",\"output\":" + output
                + SETTINGS
                + ",\"usage\":" + usage
                + ",\"user\":null,\"metadata\":{}";
    }

    private String incompleteDetails() {
        return switch (script.finish()) {
            case LENGTH -> "{\"reason\":\"max_output_tokens\"}";
            case CONTENT_FILTER -> "{\"reason\":\"content_filter\"}";
            case STOP, STOP_SEQUENCE, TOOL_CALLS -> "null";
        };
    }

    private static String usage(TokenUsage usage) {
        return "{\"input_tokens\":" + usage.input()
                + ",\"input_tokens_details\":{\"cached_tokens\":" + usage.cachedInput()
                + ",\"cache_write_tokens\":0},\"output_tokens\":" + usage.output()
                + ",\"output_tokens_details\":{\"reasoning_tokens\":" + usage.reasoning()
                + "},\"total_tokens\":" + usage.total() + '}';
    }
}
