package dev.streamux.cli.gate;

import dev.streamux.simulations.proxy.policy.Policy;
import java.util.Locale;
import java.util.Optional;

/** What is done to the second arm of a rehearsal, on purpose. */
public sealed interface Harm {

    /** In words, such as {@code one arm 15 % slower}. */
    String words();

    /** By what the times of the mock are multiplied, ≥ 1. */
    default double factor() {
        return 1;
    }

    /** What a proxy between mock and client does to the answers; empty for no proxy. */
    default Optional<Policy> proxy() {
        return Optional.empty();
    }

    /**
     * The route as the traces call it. What a proxy holds back is no lateness of ours, and the self-check tells the two apart by
     * the route.
     */
    default String route() {
        return proxy().map(policy -> "proxy/" + policy.word()).orElse("direct");
    }

    /** Nothing: both arms are equal. */
    record None() implements Harm {
        @Override
        public String words() {
            return "two equal arms";
        }
    }

    /**
     * The mock is slower, before the first token and between tokens.
     *
     * @param share by how much, above 0; 0.15 for 15 %
     */
    record Slower(double share) implements Harm {
        @Override
        public String words() {
            return String.format(Locale.ROOT, "one arm %.0f %% slower", share * 100);
        }

        @Override
        public double factor() {
            return 1 + share;
        }
    }

    /**
     * Our own proxy holds the answer back.
     *
     * @param policy of the proxy
     */
    record Buffered(Policy policy) implements Harm {
        @Override
        public String words() {
            return "one arm behind a proxy that buffers (" + policy.word() + ")";
        }

        @Override
        public Optional<Policy> proxy() {
            return Optional.of(policy);
        }
    }
}
