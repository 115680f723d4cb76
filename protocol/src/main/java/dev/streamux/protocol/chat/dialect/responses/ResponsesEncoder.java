package dev.streamux.protocol.chat.dialect.responses;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.dialect.openai.OpenAiErrors;
import dev.streamux.protocol.chat.dialect.openai.OpenAiModels;
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
import java.util.List;

/** OpenAI Responses over HTTP, as the vendor's API reference and official clients of autumn 2026 have them. */
public final class ResponsesEncoder implements DialectEncoder {

    /** The id of the response with this identity; what a later request names as {@code previous_response_id}. */
    public static String responseId(AnswerIdentity identity) {
        return identity.vendorId("resp_", 48);
    }

    @Override
    public Dialect dialect() {
        return Dialect.OPENAI_RESPONSES;
    }

    @Override
    public ChatRequest read(RequestTarget target, byte[] body) throws RefusedRequestException {
        return new ResponsesReader(BodyReader.of(body, OpenAiErrors.WORDING)).read(false);
    }

    @Override
    public StreamEncoder stream(AnswerScript script, StreamOptions options) {
        return new ResponseStream(script, options).sequence();
    }

    @Override
    public byte[] body(AnswerScript script) {
        return (new ResponseObject(script, new ResponseItems(script)).finished()
                        + EmissionMark.bodyMember(script.identity())
                        + '}')
                .getBytes(StandardCharsets.UTF_8);
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
