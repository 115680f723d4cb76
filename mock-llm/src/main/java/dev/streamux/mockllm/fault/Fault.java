package dev.streamux.mockllm.fault;

import java.util.Optional;

/**
 * One thing that goes wrong.
 *
 * @param action what
 * @param after where in the answer; means nothing for what strikes before the answer
 * @param times only for the first so many requests with the same key; 0 for every request
 * @param key what is counted together
 */
public record Fault(Action action, After after, int times, String key) {
    /** The longest silence that a fault can name: it ends with the limit on the whole answer at the latest. */
    public static final long FOREVER = Long.MAX_VALUE / 4;

    public Fault {
        if (times < 0) {
            throw new IllegalArgumentException("times is " + times + "; it must be >= 0");
        }
    }

    /** What goes wrong. */
    public sealed interface Action {
        /** The word in the text form. */
        String word();

        /** Whether it strikes before any byte of an answer. */
        default boolean beforeAnswer() {
            return false;
        }
    }

    /**
     * An HTTP error instead of the answer.
     *
     * @param code in [400, 599]
     * @param retryAfter value of the {@code Retry-After} header, if it is sent
     */
    public record Status(int code, Optional<String> retryAfter) implements Action {
        public Status {
            if (code < 400 || code > 599) {
                throw new IllegalArgumentException("code is " + code + "; it must be from 400 to 599");
            }
        }

        @Override
        public String word() {
            return "status";
        }

        @Override
        public boolean beforeAnswer() {
            return true;
        }
    }

    /** What needs no further number. */
    public enum Simple implements Action {
        /** The connection is reset before a byte of the response. */
        REFUSE("refuse", true),
        /** The connection is closed before a byte of the response. */
        HANG_UP("hang-up", true),
        /** The vendor's error event, then the end of the body. */
        ERROR_EVENT("error-event", false),
        /** The body ends as it should, without the terminal event. */
        TRUNCATE("truncate", false),
        /** The body ends as it should, in the middle of an event. */
        CUT_EVENT("cut-event", false),
        /** The connection is closed without the last chunk. */
        MISSING_LAST_CHUNK("missing-last-chunk", false),
        /** The connection is reset. */
        RESET("reset", false),
        /** An event is sent twice. */
        DUPLICATE("duplicate", false),
        /** A frame that is no JSON comes in between. */
        GARBAGE("garbage", false),
        /** Two events change places. */
        REORDER("reorder", false),
        /** Bytes follow the terminal event. */
        TRAILING_BYTES("trailing-bytes", false),
        /** From here on nothing but keep-alives. */
        KEEPALIVE_ONLY("keepalive-only", false),
        /** From here on silence, even when the client has left. */
        HALF_OPEN("half-open", false);

        private final String word;
        private final boolean beforeAnswer;

        Simple(String word, boolean beforeAnswer) {
            this.word = word;
            this.beforeAnswer = beforeAnswer;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public boolean beforeAnswer() {
            return beforeAnswer;
        }
    }

    /**
     * Silence; the rest then comes on the moved schedule, or all that is overdue at once.
     *
     * @param nanos how long; {@link #FOREVER} if it does not end by itself
     * @param burst whether the schedule does not move, so that what is overdue comes in a burst
     */
    public record Stall(long nanos, boolean burst) implements Action {
        @Override
        public String word() {
            return burst ? "stall-burst" : "stall";
        }
    }

    /**
     * From here on events leave in small pieces.
     *
     * @param bytes in one piece, ≥ 1
     * @param everyNanos from one piece to the next, &gt; 0
     */
    public record Drip(int bytes, long everyNanos) implements Action {
        public Drip {
            if (bytes < 1 || everyNanos <= 0) {
                throw new IllegalArgumentException("bytes must be at least 1 and every above 0");
            }
        }

        @Override
        public String word() {
            return "drip";
        }
    }
}
