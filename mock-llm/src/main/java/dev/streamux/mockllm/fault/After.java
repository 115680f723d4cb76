package dev.streamux.mockllm.fault;

import dev.streamux.mockllm.pacing.DelayText;

/** Where in an answer a fault strikes: after tokens, after a share of them, or after a time. */
public sealed interface After {
    /**
     * The number of tokens that leave before it strikes.
     *
     * @param total tokens of the whole answer
     * @return in [0, total]; {@code total} for a time, which {@link #timeNanos} decides
     */
    int tokens(int total);

    /** The time from the request's arrival at which it strikes whatever was sent; {@link Long#MAX_VALUE} for none. */
    default long timeNanos() {
        return Long.MAX_VALUE;
    }

    /**
     * After so many tokens.
     *
     * @param count ≥ 0; more than the answer has means after the last
     */
    record Tokens(int count) implements After {
        @Override
        public int tokens(int total) {
            return Math.min(count, total);
        }

        @Override
        public String toString() {
            return Integer.toString(count);
        }
    }

    /**
     * After a share of the tokens, rounded down.
     *
     * @param share in [0, 1]
     */
    record Share(double share) implements After {
        @Override
        public int tokens(int total) {
            return (int) (share * total);
        }

        @Override
        public String toString() {
            return share * 100 + "%";
        }
    }

    /**
     * After a time from the request's arrival.
     *
     * @param nanos ≥ 0
     */
    record Time(long nanos) implements After {
        @Override
        public int tokens(int total) {
            return total;
        }

        @Override
        public long timeNanos() {
            return nanos;
        }

        @Override
        public String toString() {
            return DelayText.render(nanos);
        }
    }

    /**
     * The place that a text names: {@code 10}, {@code 50%} or {@code 1500ms}.
     *
     * @throws IllegalArgumentException if it names none
     */
    static After parse(String text) {
        try {
            if (text.endsWith("%")) {
                double percent = Double.parseDouble(text.substring(0, text.length() - 1));
                if (percent >= 0 && percent <= 100) {
                    return new Share(percent / 100);
                }
            } else if (text.endsWith("s")) {
                return new Time(DelayText.time(text));
            } else {
                int count = Integer.parseInt(text);
                if (count >= 0) {
                    return new Tokens(count);
                }
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(problem(text), e);
        }
        throw new IllegalArgumentException(problem(text));
    }

    private static String problem(String text) {
        return "after is \"" + text + "\"; it must be a number of tokens (10), a share (50%) or a time (1500ms)";
    }
}
