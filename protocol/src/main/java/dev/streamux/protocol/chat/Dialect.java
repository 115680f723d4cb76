package dev.streamux.protocol.chat;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A vendor's way to ask for an answer and to stream it. */
public enum Dialect {
    /** OpenAI chat completions, {@code POST /v1/chat/completions}. */
    OPENAI_CHAT("openai-chat"),
    /** OpenAI Responses, {@code POST /v1/responses}, and the same path as a WebSocket. */
    OPENAI_RESPONSES("openai-responses"),
    /** Anthropic Messages, {@code POST /v1/messages}. */
    ANTHROPIC("anthropic"),
    /** Gemini, {@code POST /v1beta/models/MODEL:streamGenerateContent}. */
    GEMINI("gemini");

    private final String word;

    Dialect(String word) {
        this.word = word;
    }

    /** The word in scenario and trace files. */
    public String word() {
        return word;
    }

    /** Every word that {@link #parse} accepts, comma separated, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Dialect::word).collect(Collectors.joining(", "));
    }

    /**
     * The dialect with this word.
     *
     * @throws IllegalArgumentException if none has it
     */
    public static Dialect parse(String word) {
        for (Dialect dialect : values()) {
            if (dialect.word.equals(word)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("dialect is \"" + word + "\"; it must be one of " + words());
    }
}
