package dev.streamux.protocol.chat.encode;

import dev.streamux.protocol.sse.LineEnding;

/** What goes around an event's JSON. */
public sealed interface Framing {

    /** Server-sent events with line feeds. */
    Framing SSE = new Sse(LineEnding.LF);

    /** One JSON text a WebSocket frame; the frame itself is the server's business. */
    Framing FRAME = new Frame();

    /** Elements of one JSON array over the whole stream. */
    Framing ARRAY = new Array();

    /**
     * Server-sent events.
     *
     * @param lineEnding ends every line
     */
    record Sse(LineEnding lineEnding) implements Framing {}

    /** Nothing around it: one JSON text a WebSocket frame. */
    record Frame() implements Framing {}

    /** Elements of one JSON array. */
    record Array() implements Framing {}
}
