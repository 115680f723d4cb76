package dev.streamux.cli.compare;

import dev.streamux.protocol.chat.Delivery;

/**
 * One way to deliver the answer.
 *
 * @param name the word in files, tables and {@code --arms}
 * @param delivery streamed or as one body
 * @param way what stands between the mock and the client
 */
public record CompareArm(String name, Delivery delivery, Way way) {

    /** What stands between the mock and the client. */
    public sealed interface Way permits Direct, Embedded, Real {
        /** The word in the trace's {@code route}. */
        String route();
    }

    /** Nothing. */
    public record Direct() implements Way {
        @Override
        public String route() {
            return "direct";
        }
    }

    /**
     * The embedded proxy.
     *
     * @param policy what it does to the bytes, such as {@code size:4096}
     */
    public record Embedded(String policy) implements Way {
        @Override
        public String route() {
            return "proxy/" + policy;
        }
    }

    /**
     * A real proxy, used where it is installed.
     *
     * @param product such as {@code nginx}
     * @param configuration such as {@code default}
     */
    public record Real(String product, String configuration) implements Way {
        @Override
        public String route() {
            return product + "/" + configuration;
        }
    }
}
