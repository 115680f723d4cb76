package dev.streamux.protocol.chat.answer;

/** Why an answer ended; each dialect has its own word for it. */
public enum FinishReason {
    /** The model had said all it wanted to say. */
    STOP,
    /** One of the request's stop sequences came up. */
    STOP_SEQUENCE,
    /** The request's token limit was reached. */
    LENGTH,
    /** The model wants its tool calls answered. */
    TOOL_CALLS,
    /** A filter cut the answer off. */
    CONTENT_FILTER
}
