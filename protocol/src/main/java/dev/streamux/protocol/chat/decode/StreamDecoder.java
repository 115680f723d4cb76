package dev.streamux.protocol.chat.decode;

import dev.streamux.protocol.chat.Dialect;
import java.util.List;

/**
 * Reads one response of one dialect. It keeps what later events need of earlier ones, so each response has its own.
 *
 * <p>Vendors and servers that only resemble them differ in what they leave out and add; anything that is not understood
 * is skipped, and only an event that is no JSON at all, or that says so itself, is a failure.
 */
public interface StreamDecoder {

    /**
     * What one SSE event, WebSocket frame or array element means.
     *
     * @param type the SSE event's type; {@code message} where there is none
     * @param data its data
     * @return the signals in order, most often one, or none
     */
    List<Signal> decode(String type, String data);

    /**
     * What a whole JSON body means; it ends with {@link Signal.Ended} unless it is an error or cannot be read. A body that
     * begins as an object and breaks off means nothing at all.
     */
    List<Signal> decodeBody(String json);

    /** Whether a clean end of the body right now completes the response. */
    boolean completeAtCleanEnd();

    /** A fresh decoder for one response of {@code dialect}. */
    static StreamDecoder of(Dialect dialect) {
        return switch (dialect) {
            case OPENAI_CHAT -> new OpenAiChatDecoder();
            case OPENAI_RESPONSES -> new ResponsesDecoder();
            case ANTHROPIC -> new AnthropicDecoder();
            case GEMINI -> new GeminiDecoder();
        };
    }
}
