package dev.streamux.simulations.diagnosis;

import java.util.Locale;

/** What can happen to a stream on its way. */
public enum Kind {
    /** Every event arrives as it is written. */
    STREAMED("streamed"),
    /** Events arrive one by one, but not evenly. */
    JITTER("streamed with jitter"),
    /** Nothing arrives before the origin has finished. */
    FULL_BUFFER("full-response buffer"),
    /** As before, and the answer then has a length: it was stored and framed anew. */
    STORED_AND_REFRAMED("stored and forwarded with Content-Length"),
    /** Everything is held, but only once compression is offered. */
    COMPRESSOR("compressor without flush"),
    /** Blocks of a compressor's own size. */
    COMPRESSOR_WINDOW("compressor window"),
    /** Blocks of a fixed size. */
    SIZE_BUFFER("size buffer"),
    /** A flush at fixed times. */
    PERIODIC_FLUSH("periodic flush"),
    /** A timer that the first byte held starts. */
    ONE_SHOT_TIMER("one-shot timer"),
    /** The kernel's cork timer of 200 ms. */
    CORK("200 ms cork timer"),
    /** Delayed acknowledgements against small writes. */
    DELAYED_ACK("Nagle with delayed acknowledgement"),
    /** Each event leaves when the next one comes. */
    ONE_BEHIND("one event behind"),
    /** The first bytes are held, the rest passes. */
    INITIAL_HOLD("initial hold"),
    /** The headers wait for the first byte of the body, the body passes. */
    HEADERS_HELD("headers held until the first byte"),
    /** The request waited before it reached the origin. */
    QUEUEING("queueing before the origin"),
    /** Beyond so many streams at once the path answers itself, or not at all. */
    REFUSED("refuses streams beyond a limit"),
    /** The answer came from a cache. */
    REPLAY("cache replay"),
    /** One request reached the origin more than once. */
    RETRY("retry: duplicated generation"),
    /** A broken origin looks like a finished answer. */
    SILENT_TRUNCATION("silent truncation"),
    /** A broken origin leaves the client waiting. */
    HANGS("client hangs when the origin breaks"),
    /** The origin is told late or never that the client left. */
    CANCELLATION_LEAK("cancellation leak"),
    /** Silence ends the answer. */
    IDLE_CUT("idle cut"),
    /** The request was refused, or nothing that can be judged came back. */
    NO_ANSWER("no answer to judge"),
    /** Late, but like none of the known patterns. */
    UNEXPLAINED("delayed in a way no rule knows"),
    /** The harness itself was too late to tell. */
    WITHHELD("no verdict: the harness itself was too late");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** The name for files: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether text reaches the reader as it is written. */
    public boolean isDeliveredLive() {
        return this == STREAMED || this == JITTER || this == HEADERS_HELD;
    }

    /** Whether this says nothing about the path. */
    public boolean isInconclusive() {
        return this == WITHHELD || this == NO_ANSWER;
    }
}
