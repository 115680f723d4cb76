package dev.streamux.protocol.chat.dialect.gemini;

import dev.streamux.protocol.chat.Dialect;
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
import java.util.stream.Collectors;

/** Gemini's generateContent, as the vendor's API reference and official clients of autumn 2026 have it. */
public final class GeminiEncoder implements DialectEncoder {

    @Override
    public Dialect dialect() {
        return Dialect.GEMINI;
    }

    @Override
    public ChatRequest read(RequestTarget target, byte[] body) throws RefusedRequestException {
        return new GeminiReader(BodyReader.of(body, GeminiErrors.WORDING)).read(target);
    }

    @Override
    public StreamEncoder stream(AnswerScript script, StreamOptions options) {
        return new GeminiStream(script, options).sequence();
    }

    @Override
    public byte[] body(AnswerScript script) {
        List<String> candidates = new ArrayList<>();
        for (AnswerScript choice : script.choices()) {
            candidates.add(GeminiWords.lastCandidate(candidates.size(), parts(choice), choice.finish()));
        }
        String response = GeminiWords.last(script.identity(), String.join(",", candidates), script.usage());
        return (response + EmissionMark.bodyMember(script.identity()) + '}').getBytes(StandardCharsets.UTF_8);
    }

    private static String parts(AnswerScript script) {
        List<String> parts = new ArrayList<>();
        if (!script.reasoning().isEmpty()) {
            parts.add(GeminiWords.thought(JsonText.quote(script.reasoning().text())));
        }
        if (!script.text().isEmpty() || script.toolCalls().isEmpty()) {
            parts.add(GeminiWords.text(JsonText.quote(script.text().text())));
        }
        script.toolCalls().forEach(call -> parts.add(GeminiWords.call(call)));
        return String.join(",", parts);
    }

    @Override
    public byte[] models(List<String> names, long createdSeconds) {
        return names.stream()
                .map(name -> "{\"name\":" + JsonText.quote("models/" + name) + ",\"displayName\":"
                        + JsonText.quote(name)
                        + ",\"supportedGenerationMethods\":[\"generateContent\",\"streamGenerateContent\"]}")
                .collect(Collectors.joining(",", "{\"models\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int status(WireError error) {
        return GeminiErrors.status(error);
    }

    @Override
    public byte[] errorBody(WireError error) {
        return GeminiErrors.object(error).getBytes(StandardCharsets.UTF_8);
    }
}
