package dev.streamux.simulations.client.request;

import java.time.Duration;
import java.util.regex.Pattern;

/** When the reader presses stop. A stopped response is {@code cancelled}. */
public sealed interface StopCondition {
    /** The reader never stops. */
    StopCondition NEVER = new Never();

    /** Reads to the end. */
    record Never() implements StopCondition {}

    /**
     * Stops once this many events with visible text have arrived. An event is one token for the mock; other servers may
     * put several into one.
     *
     * @param count ≥ 1
     */
    record AfterTokens(int count) implements StopCondition {
        public AfterTokens {
            if (count < 1) {
                throw new IllegalArgumentException("stop after " + count + " tokens; it must be >= 1");
            }
        }
    }

    /**
     * Stops at the first event that makes the visible text match, if that is among the first {@code window} events
     * with text.
     *
     * @param pattern searched for, anywhere in the text so far
     * @param window ≥ 1
     */
    record AfterPattern(Pattern pattern, int window) implements StopCondition {
        /** The window of design: the first 50 tokens. */
        public static final int DEFAULT_WINDOW = 50;

        public AfterPattern {
            if (window < 1) {
                throw new IllegalArgumentException("stop window is " + window + " tokens; it must be >= 1");
            }
        }
    }

    /**
     * Stops when this time has passed since the request was sent.
     *
     * @param afterSent &gt; 0
     */
    record AtTime(Duration afterSent) implements StopCondition {
        public AtTime {
            if (afterSent.isNegative() || afterSent.isZero()) {
                throw new IllegalArgumentException("stop time is " + afterSent + "; it must be > 0");
            }
        }
    }
}
