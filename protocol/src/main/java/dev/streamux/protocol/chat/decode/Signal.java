package dev.streamux.protocol.chat.decode;

import java.util.OptionalLong;

/** What one event of a stream, or one JSON body, means, whatever its dialect. */
public sealed interface Signal {

    /**
     * Visible text was added.
     *
     * @param text not empty
     */
    record TextDelta(String text) implements Signal {}

    /**
     * Reasoning text was added, which most products hide or fold.
     *
     * @param text not empty
     */
    record ReasoningDelta(String text) implements Signal {}

    /**
     * A part of a tool call.
     *
     * @param index which call of the answer, from 0
     * @param name the tool's name when the event carries it, else {@code ""}
     * @param arguments the fragment of the arguments' JSON, may be empty
     */
    record ToolCallDelta(int index, String name, String arguments) implements Signal {}

    /**
     * Token counts as the server stated them so far. A later one replaces an earlier one.
     *
     * @param inputTokens tokens of the prompt, ≥ 0
     * @param outputTokens tokens of the answer, reasoning included where the vendor includes it, ≥ 0
     */
    record TokenCounts(int inputTokens, int outputTokens) implements Signal {}

    /**
     * The model said why it stopped. Not yet the end of the stream.
     *
     * @param reason the vendor's word, such as {@code stop} or {@code end_turn}
     */
    record Finished(String reason) implements Signal {}

    /** The terminal event of the protocol: nothing that matters follows. */
    record Ended() implements Signal {}

    /**
     * An error event inside the stream, or an event that cannot be read.
     *
     * @param message what the server said, or what is wrong with the event; one line
     */
    record Failed(String message) implements Signal {}

    /**
     * The vendor's id of the response.
     *
     * @param responseId not empty
     */
    record Identified(String responseId) implements Signal {}

    /**
     * The mark of the mock inside an event, which survives proxies that drop headers.
     *
     * @param requestId the id of the request that the mock believes to answer
     * @param event the event's index in the stream, from 0; 0 too where the mark has none
     * @param emissionNanos when the mock handed the event to its socket, on the clock that the mock names; empty if the
     *     mark carries no time
     */
    record Marked(String requestId, int event, OptionalLong emissionNanos) implements Signal {}
}
