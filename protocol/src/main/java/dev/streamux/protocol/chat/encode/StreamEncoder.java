package dev.streamux.protocol.chat.encode;

import dev.streamux.protocol.chat.request.WireError;

/**
 * One answer as a sequence of events of its dialect, each of which can be written alone, at any time and in any order.
 *
 * <p>Events are counted from 0 to {@link #size()} − 1: the preamble, reasoning, text, tool calls, the finish, the counts
 * and the terminal event, in the vendor's order, with the events that open and close blocks between them. An event with
 * {@link #tokens} above 0 is a delta that the pacing waits for; one with 0 has no cost of its own.
 *
 * <p>Indices are in range or {@link IndexOutOfBoundsException} is thrown. Immutable, so several threads may share it, each with its own buffer.
 */
public interface StreamEncoder {

    /** How many events the stream has, ≥ 1. */
    int size();

    /** What an event is for. */
    EventKind kind(int index);

    /** Tokens that an event carries, reasoning and arguments included, ≥ 0. */
    int tokens(int index);

    /**
     * Whether an event's tokens were made in one step with those of an earlier event: deltas of several choices, which a
     * model writes side by side. Such an event waits for no gap of its own.
     */
    boolean sharesStep(int index);

    /**
     * Code points of visible text that an event adds, ≥ 0; 0 for all kinds but {@link EventKind#TEXT}. Of several choices
     * only the first is visible.
     */
    int characters(int index);

    /** Appends an event with all that its framing puts around it. */
    void write(int index, EventBuffer out);

    /**
     * Appends the event that the vendor sends when an answer fails while it streams, in the place of an event.
     *
     * <p>After it the stream ends without the terminal event. The place decides the sequence number, where there is one.
     */
    void writeError(int index, WireError error, EventBuffer out);

    /**
     * Appends what keeps a silent stream alive: the vendor's ping event where there is one, else a comment, else white
     * space in an array. Appends nothing for WebSocket frames, which have their own ping.
     */
    void writePing(EventBuffer out);
}
