package dev.streamux.protocol.chat.dialect.openai;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.encode.EmissionMark;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.protocol.chat.encode.StreamOptions;
import dev.streamux.protocol.chat.request.BodyReader;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.RequestTarget;
import dev.streamux.protocol.chat.request.WireError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** OpenAI chat completions, as the vendor's API reference and official clients of autumn 2026 have them. */
public final class OpenAiChatEncoder implements DialectEncoder {

    @Override
    public Dialect dialect() {
        return Dialect.OPENAI_CHAT;
    }

    @Override
    public ChatRequest read(RequestTarget target, byte[] body) throws RefusedRequestException {
        return new ChatCompletionReader(BodyReader.of(body, OpenAiErrors.WORDING)).read();
    }

    @Override
    public StreamEncoder stream(AnswerScript script, StreamOptions options) {
        return new ChatCompletionStream(script, options).sequence();
    }

    @Override
    public byte[] body(AnswerScript script) {
        AnswerIdentity identity = script.identity();
        List<String> choices = new ArrayList<>();
        for (AnswerScript choice : script.choices()) {
            choices.add("{\"index\":" + choices.size() + ",\"message\":" + message(choice)
                    + ",\"logprobs\":null,\"finish_reason\":\"" + ChatCompletionWords.finish(choice.finish()) + "\"}");
        }
        String body = ChatCompletionWords.opening(identity, "chat.completion")
                + ",\"choices\":[" + String.join(",", choices)
                + "],\"usage\":" + ChatCompletionWords.usage(script.usage())
                + EmissionMark.bodyMember(identity) + '}';
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String message(AnswerScript script) {
        boolean onlyCalls = script.text().isEmpty() && !script.toolCalls().isEmpty();
        StringBuilder message = new StringBuilder("{\"role\":\"assistant\",\"content\":")
                .append(onlyCalls ? "null" : JsonText.quote(script.text().text()))
                .append(",\"refusal\":null,\"annotations\":[]");
        if (!script.reasoning().isEmpty()) {
            message.append(",\"reasoning_content\":")
                    .append(JsonText.quote(script.reasoning().text()));
        }
        for (int i = 0; i < script.toolCalls().size(); i++) {
            String arguments =
                    JsonText.quote(script.toolCalls().get(i).arguments().text());
            message.append(i == 0 ? ",\"tool_calls\":[{" : ",{")
                    .append(ChatCompletionWords.call(
                            script.identity(), i, script.toolCalls().get(i), arguments));
        }
        return message.append(script.toolCalls().isEmpty() ? "}" : "]}").toString();
    }

    @Override
    public byte[] models(List<String> names, long createdSeconds) {
        return OpenAiModels.body(names, createdSeconds);
    }

    @Override
    public int status(WireError error) {
        return error.status().orElse(error.kind().status());
    }

    @Override
    public byte[] errorBody(WireError error) {
        return OpenAiErrors.object(error).getBytes(StandardCharsets.UTF_8);
    }
}
