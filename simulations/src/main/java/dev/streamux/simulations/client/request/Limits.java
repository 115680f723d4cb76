package dev.streamux.simulations.client.request;

import java.time.Duration;

/**
 * How long a response may take before the client gives up.
 *
 * @param connect until a connection stands, TLS included; beyond it {@code unreachable}
 * @param idle without one byte of response, counted from the request and from every read; beyond it {@code stalled}
 * @param total from the request to the end; beyond it {@code timeout}
 */
public record Limits(Duration connect, Duration idle, Duration total) {
    /** Ten seconds to connect, one minute of silence, ten minutes in all: the idle limit of common proxies is 60 s. */
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(10));

    public Limits {
        require("connect", connect);
        require("idle", idle);
        require("total", total);
    }

    private static void require(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " limit is " + value + "; it must be > 0");
        }
    }

    /** The same with this limit on silence. */
    public Limits withIdle(Duration value) {
        return new Limits(connect, value, total);
    }

    /** The same with this limit on the whole response. */
    public Limits withTotal(Duration value) {
        return new Limits(connect, idle, value);
    }

    /** The same with this limit on connecting. */
    public Limits withConnect(Duration value) {
        return new Limits(value, idle, total);
    }
}
