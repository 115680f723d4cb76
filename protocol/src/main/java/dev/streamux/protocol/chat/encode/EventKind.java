package dev.streamux.protocol.chat.encode;

/** What an event is for; decides when it is due and what counts as a token. */
public enum EventKind {
    /** Opens the stream, carries no text. */
    PREAMBLE,
    /** A piece of reasoning. */
    REASONING,
    /** A piece of visible text. */
    TEXT,
    /** The name of a tool or a piece of its arguments. */
    TOOL,
    /** Opens or closes a block or an item between pieces. */
    STRUCTURE,
    /** Says why the answer ended. */
    FINISH,
    /** Reports the counts. */
    USAGE,
    /** Ends the stream; without it the stream was cut. */
    TERMINAL
}
