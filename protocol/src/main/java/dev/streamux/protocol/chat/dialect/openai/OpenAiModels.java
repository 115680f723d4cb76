package dev.streamux.protocol.chat.dialect.openai;

import dev.streamux.protocol.chat.answer.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The body of {@code GET /v1/models} as OpenAI answers it. */
public final class OpenAiModels {

    private OpenAiModels() {}

    /** The list of these models, UTF-8 JSON. */
    public static byte[] body(List<String> names, long createdSeconds) {
        return names.stream()
                .map(name -> "{\"id\":" + JsonText.quote(name) + ",\"object\":\"model\",\"created\":" + createdSeconds
                        + ",\"owned_by\":\"streamux\"}")
                .collect(Collectors.joining(",", "{\"object\":\"list\",\"data\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
