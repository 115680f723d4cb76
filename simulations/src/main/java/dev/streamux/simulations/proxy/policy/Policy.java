package dev.streamux.simulations.proxy.policy;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What a proxy does to the answers that pass through it.
 *
 * <p>Each policy has a word, which {@link #parse} reads and {@link #word} writes; {@code docs/routes.md} is the
 * reference. Words joined by {@code +} apply one after the other, from the origin to the client.
 */
public sealed interface Policy {

    /** Passes every byte on at once. */
    record Pass() implements Policy {
        @Override
        public String word() {
            return "pass";
        }
    }

    /**
     * Holds the whole answer until the origin has finished.
     *
     * @param withLength whether it is then framed with {@code Content-Length}
     */
    record Full(boolean withLength) implements Policy {
        @Override
        public String word() {
            return withLength ? "full-length" : "full";
        }
    }

    /**
     * Passes the body on in full blocks; the rest at the end.
     *
     * @param bytes size of a block, ≥ 1
     */
    record SizeBuffer(int bytes) implements Policy {
        public SizeBuffer {
            requirePositive("size", bytes);
        }

        @Override
        public String word() {
            return "size:" + bytes;
        }
    }

    /**
     * Passes the body on at fixed times, counted from the headers.
     *
     * @param period time between two flushes, > 0
     */
    record PeriodicFlush(Duration period) implements Policy {
        public PeriodicFlush {
            requirePositive("time", period);
        }

        @Override
        public String word() {
            return "time:" + Quantities.text(period);
        }
    }

    /**
     * Starts a timer at the first byte held and passes everything on when it fires, headers included. 200 ms is the
     * kernel's cork.
     *
     * @param delay time from the first byte held to the flush, > 0
     */
    record OneShotTimer(Duration delay) implements Policy {
        public OneShotTimer {
            requirePositive("one-shot", delay);
        }

        @Override
        public String word() {
            return "one-shot:" + Quantities.text(delay);
        }
    }

    /** Passes each event on when the next one arrives, the last one at the end. */
    record HoldOne() implements Policy {
        @Override
        public String word() {
            return "hold-one";
        }
    }

    /**
     * Holds the first bytes of the body until there are enough, then passes everything.
     *
     * @param bytes how many it waits for, ≥ 1
     */
    record HoldFirst(int bytes) implements Policy {
        public HoldFirst {
            requirePositive("hold-first", bytes);
        }

        @Override
        public String word() {
            return "hold-first:" + bytes;
        }
    }

    /** Holds the headers until the first byte of the body. */
    record HeadersLate() implements Policy {
        @Override
        public String word() {
            return "headers-late";
        }
    }

    /**
     * Compresses for clients that offer gzip.
     *
     * @param flushed whether the compressor is flushed after each piece; if not, text waits in its window
     */
    record Gzip(boolean flushed) implements Policy {
        @Override
        public String word() {
            return flushed ? "gzip-flush" : "gzip";
        }
    }

    /** Reports an origin that broke off as a finished answer. */
    record TruncateClean() implements Policy {
        @Override
        public String word() {
            return "truncate-clean";
        }
    }

    /** Never ends the client's response when the origin broke off. */
    record HangOnReset() implements Policy {
        @Override
        public String word() {
            return "hang-on-reset";
        }
    }

    /** Lets the origin go on when the client has left. */
    record NeverCancel() implements Policy {
        @Override
        public String word() {
            return "never-cancel";
        }
    }

    /** Sends the request a second time when the origin broke off, and appends the second answer to the first. */
    record Retry() implements Policy {
        @Override
        public String word() {
            return "retry";
        }
    }

    /**
     * Lets only so many requests through at a time; the others wait in order of arrival.
     *
     * @param limit requests at a time, ≥ 1
     */
    record Queue(int limit) implements Policy {
        public Queue {
            requirePositive("queue", limit);
        }

        @Override
        public String word() {
            return "queue:" + limit;
        }
    }

    /**
     * Cuts the answer when the origin is silent for too long; before the headers it answers 504.
     *
     * @param limit the longest silence allowed, > 0
     */
    record IdleCut(Duration limit) implements Policy {
        public IdleCut {
            requirePositive("idle-cut", limit);
        }

        @Override
        public String word() {
            return "idle-cut:" + Quantities.text(limit);
        }
    }

    /**
     * A slow link between the proxy and the client; it acts on the answer only. Order is kept.
     *
     * @param delay added to every piece, ≥ 0
     * @param jitter a piece gets a further delay, uniform in [0, jitter]
     * @param bytesPerSecond the link's rate, ≥ 1; empty for no limit
     * @param stallShare probability in [0, 1] that a piece, as after a lost segment, waits for {@code stall}
     * @param stall the wait of such a piece and of all behind it, ≥ 0
     */
    record Network(Duration delay, Duration jitter, OptionalLong bytesPerSecond, double stallShare, Duration stall)
            implements Policy {
        public Network {
            if (delay.isNegative() || jitter.isNegative() || stall.isNegative()) {
                throw new IllegalArgumentException("network times must be >= 0");
            }
            if (bytesPerSecond.isPresent() && bytesPerSecond.getAsLong() < 1) {
                throw new IllegalArgumentException("network bandwidth must be at least 8 bit/s");
            }
            if (!(stallShare >= 0 && stallShare <= 1)) {
                throw new IllegalArgumentException("network stall share is " + stallShare + "; it must be in [0, 1]");
            }
        }

        @Override
        public String word() {
            return PolicyWords.text(this);
        }
    }

    /**
     * Several policies one after the other, the one nearest to the origin first.
     *
     * @param parts at least two, none of them a sequence
     */
    record Sequence(List<Policy> parts) implements Policy {
        public Sequence {
            parts = List.copyOf(parts);
            if (parts.size() < 2 || parts.stream().anyMatch(Sequence.class::isInstance)) {
                throw new IllegalArgumentException("a sequence has two parts or more, and none is a sequence");
            }
        }

        @Override
        public String word() {
            return parts.stream().map(Policy::word).collect(Collectors.joining("+"));
        }
    }

    /** The text that {@link #parse} turns into an equal policy. */
    String word();

    /** The policies that act one after the other: the parts of a sequence, or only this one. */
    default List<Policy> steps() {
        return this instanceof Sequence sequence ? sequence.parts() : List.of(this);
    }

    /**
     * The policy with this word, such as {@code size:4096}, {@code time:1s}, {@code size:4096+headers-late}, or the name
     * of a {@link Preset} such as {@code nginx-default}.
     *
     * @throws dev.streamux.trace.InvalidInputException if there is none; the message lists all words
     */
    static Policy parse(String text) {
        return PolicyWords.parse(text);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be >= 1");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " is " + Quantities.text(value) + "; it must be > 0");
        }
    }
}
