package dev.streamux.mockllm.fault;

import dev.streamux.mockllm.pacing.DelayText;
import java.math.BigDecimal;
import java.util.random.RandomGenerator;

/** Where in an answer a fault strikes: after tokens, after a share of them, after a time, or somewhere between two of them. */
public sealed interface After {
    /**
     * The number of tokens that leave before it strikes.
     *
     * @param total tokens of the whole answer
     * @return in [0, total]; {@code total} for a time, which {@link #timeNanos} decides; for a range that of its start
     */
    int tokens(int total);

    /** The place itself, or one that is drawn where it is a range. */
    default After drawn(RandomGenerator random) {
        return this;
    }

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
            return BigDecimal.valueOf(share)
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString() + "%";
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
     * Somewhere from one place to another of its kind, both included; each place as likely as the others.
     *
     * @param from where it begins
     * @param to where it ends; not before {@code from}
     */
    record Between(After from, After to) implements After {
        /** Shares are drawn to a hundredth of a percent, so that a record of them is exact. */
        private static final double SHARE_STEPS = 10_000;

        public Between {
            boolean inOrder = (from instanceof Tokens low && to instanceof Tokens high && low.count() <= high.count())
                    || (from instanceof Share least && to instanceof Share most && least.share() <= most.share())
                    || (from instanceof Time early && to instanceof Time late && early.nanos() <= late.nanos());
            if (!inOrder) {
                throw new IllegalArgumentException(problem(from + ".." + to));
            }
        }

        @Override
        public int tokens(int total) {
            return from.tokens(total);
        }

        @Override
        public After drawn(RandomGenerator random) {
            if (from instanceof Tokens low && to instanceof Tokens high) {
                return new Tokens((int) random.nextLong(low.count(), high.count() + 1L));
            }
            if (from instanceof Share least && to instanceof Share most) {
                double share = least.share() + random.nextDouble() * (most.share() - least.share());
                return new Share(Math.round(share * SHARE_STEPS) / SHARE_STEPS);
            }
            return from instanceof Time early && to instanceof Time late
                    ? new Time(random.nextLong(early.nanos(), late.nanos() + 1))
                    : from;
        }

        @Override
        public String toString() {
            return from + ".." + to;
        }
    }

    /**
     * The place that a text names: {@code 10}, {@code 50%}, {@code 1500ms}, or a range of them such as {@code 10..50}.
     *
     * @throws IllegalArgumentException if it names none
     */
    static After parse(String text) {
        int dots = text.indexOf("..");
        return dots < 0
                ? single(text, text)
                : new Between(
                        single(text.substring(0, dots).trim(), text),
                        single(text.substring(dots + 2).trim(), text));
    }

    private static After single(String text, String whole) {
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
            throw new IllegalArgumentException(problem(whole), e);
        }
        throw new IllegalArgumentException(problem(whole));
    }

    private static String problem(String text) {
        return "after is \"" + text + "\"; it must be a number of tokens (10), a share (50%) or a time (1500ms), "
                + "or from one to a later one of its kind (10..50, 20%..80%, 1s..3s)";
    }
}
