package dev.streamux.mockllm.fault;

import dev.streamux.trace.Outcome;
import java.util.Optional;

/**
 * One thing that goes wrong.
 *
 * @param action what
 * @param after where in the answer; means nothing for what strikes before the answer
 * @param whom which requests it strikes
 * @param scope what a fault that ends or silences takes with it
 */
public record Fault(Action action, After after, Whom whom, Scope scope) {
    /** The longest silence that a fault can name: it ends with the limit on the whole answer at the latest. */
    public static final long FOREVER = Long.MAX_VALUE / 4;

    /** The same in this place. */
    public Fault at(After place) {
        return new Fault(action, place, whom, scope);
    }

    /** How far a fault reaches. Only HTTP/2 knows the difference: elsewhere an answer has its connection to itself. */
    public enum Scope {
        /** This answer's stream. */
        STREAM,
        /** The connection with all its streams. */
        CONNECTION
    }

    /** What goes wrong. */
    public sealed interface Action {
        /** The word in the text form. */
        String word();
    }

    /** What strikes before any byte of an answer. */
    public sealed interface Early extends Action {}

    /**
     * An HTTP error instead of the answer.
     *
     * @param code in [400, 599]
     * @param retryAfter value of the {@code Retry-After} header, if it is sent
     */
    public record Status(int code, Optional<String> retryAfter) implements Early {
        public Status {
            if (code < 400 || code > 599) {
                throw new IllegalArgumentException("code is " + code + "; it must be from 400 to 599");
            }
        }

        @Override
        public String word() {
            return "status";
        }
    }

    /** No response at all. */
    public enum Refusal implements Early {
        /** The connection is reset before a byte of the response. */
        REFUSE("refuse"),
        /** The connection is closed before a byte of the response. */
        HANG_UP("hang-up");

        private final String word;

        Refusal(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** The end before its time. */
    public enum Ending implements Action {
        /** The vendor's error event, then the end of the body. */
        ERROR_EVENT("error-event", Outcome.ERROR),
        /** The body ends as it should, without the terminal event. */
        TRUNCATE("truncate", Outcome.TRUNCATED),
        /** The body ends as it should, in the middle of an event. */
        CUT_EVENT("cut-event", Outcome.TRUNCATED),
        /** The connection is closed without the last chunk. */
        MISSING_LAST_CHUNK("missing-last-chunk", Outcome.RESET),
        /** The connection is reset. */
        RESET("reset", Outcome.RESET);

        private final String word;
        private final Outcome outcome;

        Ending(String word, Outcome outcome) {
            this.word = word;
            this.outcome = outcome;
        }

        @Override
        public String word() {
            return word;
        }

        /** How such an answer ended. */
        public Outcome outcome() {
            return outcome;
        }
    }

    /** Something wrong on the way; the answer goes on. */
    public enum Twist implements Action {
        /** An event is sent twice. */
        DUPLICATE("duplicate"),
        /** A frame that is no JSON comes in between. */
        GARBAGE("garbage"),
        /** Two events change places. */
        REORDER("reorder"),
        /** Bytes follow the terminal event. */
        TRAILING_BYTES("trailing-bytes"),
        /** The connection takes no further request: HTTP/2's GOAWAY. */
        GO_AWAY("go-away");

        private final String word;

        Twist(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Nothing more of the answer, and no end either. */
    public enum Hush implements Action {
        /** From here on nothing but keep-alives. */
        KEEPALIVE_ONLY("keepalive-only"),
        /** From here on silence, below the answer too: no pong, no acknowledgement. */
        HALF_OPEN("half-open");

        private final String word;

        Hush(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
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
