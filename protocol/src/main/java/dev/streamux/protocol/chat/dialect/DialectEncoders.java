package dev.streamux.protocol.chat.dialect;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.dialect.anthropic.AnthropicEncoder;
import dev.streamux.protocol.chat.dialect.gemini.GeminiEncoder;
import dev.streamux.protocol.chat.dialect.openai.OpenAiChatEncoder;
import dev.streamux.protocol.chat.dialect.responses.ResponsesEncoder;
import dev.streamux.protocol.chat.encode.DialectEncoder;

/** The encoder of each dialect. */
public final class DialectEncoders {

    private DialectEncoders() {}

    /** The dialect's encoder; encoders have no state, so it may be kept and shared. */
    public static DialectEncoder of(Dialect dialect) {
        return switch (dialect) {
            case OPENAI_CHAT -> new OpenAiChatEncoder();
            case OPENAI_RESPONSES -> new ResponsesEncoder();
            case ANTHROPIC -> new AnthropicEncoder();
            case GEMINI -> new GeminiEncoder();
        };
    }
}
