package dev.streamux.protocol.chat.dialect.anthropic;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Anthropic Messages, as the vendor's streaming guide and official clients of autumn 2026 have them. */
public final class AnthropicEncoder implements DialectEncoder {

    @Override
    public Dialect dialect() {
        return Dialect.ANTHROPIC;
    }

    @Override
    public ChatRequest read(RequestTarget target, byte[] body) throws RefusedRequestException {
        return new MessagesReader(BodyReader.of(body, AnthropicErrors.WORDING)).read();
    }

    @Override
    public StreamEncoder stream(AnswerScript script, StreamOptions options) {
        return new MessageStream(script, options).sequence();
    }

    @Override
    public byte[] body(AnswerScript script) {
        AnswerIdentity identity = script.identity();
        String message = MessageWords.message(
                identity,
                content(script),
                MessageWords.stop(script),
                MessageWords.usage(script.usage(), script.usage().output()));
        return (message + EmissionMark.bodyMember(identity) + '}').getBytes(StandardCharsets.UTF_8);
    }

    private static String content(AnswerScript script) {
        List<String> blocks = new ArrayList<>();
        if (!script.reasoning().isEmpty()) {
            blocks.add("{\"type\":\"thinking\",\"thinking\":"
                    + JsonText.quote(script.reasoning().text()) + ",\"signature\":\""
                    + MessageWords.signature(script.identity()) + "\"}");
        }
        if (!script.text().isEmpty() || script.toolCalls().isEmpty()) {
            blocks.add("{\"type\":\"text\",\"text\":"
                    + JsonText.quote(script.text().text()) + '}');
        }
        for (int i = 0; i < script.toolCalls().size(); i++) {
            blocks.add(MessageWords.toolUse(
                            script.identity(), i, script.toolCalls().get(i))
                    + script.toolCalls().get(i).arguments().text()
                    + '}');
        }
        return '[' + String.join(",", blocks) + ']';
    }

    @Override
    public byte[] models(List<String> names, long createdSeconds) {
        String created = JsonText.quote(Instant.ofEpochSecond(createdSeconds).toString());
        String data = names.stream()
                .map(JsonText::quote)
                .map(name -> "{\"type\":\"model\",\"id\":" + name + ",\"display_name\":" + name + ",\"created_at\":"
                        + created + '}')
                .collect(Collectors.joining(","));
        String first = names.isEmpty() ? "null" : JsonText.quote(names.get(0));
        String last = names.isEmpty() ? "null" : JsonText.quote(names.get(names.size() - 1));
        return ("{\"data\":[" + data + "],\"has_more\":false,\"first_id\":" + first + ",\"last_id\":" + last + '}')
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int status(WireError error) {
        return AnthropicErrors.status(error);
    }

    @Override
    public byte[] errorBody(WireError error) {
        return AnthropicErrors.object(error).getBytes(StandardCharsets.UTF_8);
    }
}
