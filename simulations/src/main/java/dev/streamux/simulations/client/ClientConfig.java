package dev.streamux.simulations.client;

import dev.streamux.protocol.sse.SseDecoder;
import dev.streamux.simulations.client.transport.socket.Trust;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What all requests of one client share.
 *
 * @param eventLoops threads of the client's own, ≥ 0; 0 if every request brings its event loop
 * @param maxEventBytes the largest event, and the largest buffered body, that is read
 * @param keepAliveIdle how long an unused connection is kept for reuse; below the limits of common servers, because a
 *     request that meets a closing connection fails and is never sent again
 * @param trust whose TLS certificates are accepted
 * @param kernelStamps whether reads are dated by the kernel where the platform allows it (Linux, Java 22 or newer, plain
 *     HTTP/1.1); elsewhere the client falls back to its own stamps, and every trace names its source as {@code clock}
 * @param environment where keys are looked up by the variable's name; a missing one gives {@code ""}
 */
public record ClientConfig(
        int eventLoops,
        int maxEventBytes,
        Duration keepAliveIdle,
        Trust trust,
        boolean kernelStamps,
        UnaryOperator<String> environment) {

    public ClientConfig {
        if (eventLoops < 0) {
            throw new IllegalArgumentException("eventLoops is " + eventLoops + "; it must be >= 0");
        }
    }

    /** One event loop, strict TLS, the process's environment. */
    public static ClientConfig defaults() {
        return new ClientConfig(
                1,
                SseDecoder.DEFAULT_MAX_EVENT_BYTES,
                Duration.ofSeconds(4),
                Trust.SYSTEM,
                false,
                ClientConfig::environmentVariable);
    }

    private static String environmentVariable(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }

    /** The same with this number of event loops. */
    public ClientConfig withEventLoops(int value) {
        return new ClientConfig(value, maxEventBytes, keepAliveIdle, trust, kernelStamps, environment);
    }

    /** The same with this limit on one event. */
    public ClientConfig withMaxEventBytes(int value) {
        return new ClientConfig(eventLoops, value, keepAliveIdle, trust, kernelStamps, environment);
    }

    /** The same that accepts these certificates. */
    public ClientConfig withTrust(Trust value) {
        return new ClientConfig(eventLoops, maxEventBytes, keepAliveIdle, value, kernelStamps, environment);
    }

    /** The same that asks for the kernel's receive stamps, or not. */
    public ClientConfig withKernelStamps(boolean value) {
        return new ClientConfig(eventLoops, maxEventBytes, keepAliveIdle, trust, value, environment);
    }

    /** The same with this look-up of variables. */
    public ClientConfig withEnvironment(UnaryOperator<String> value) {
        return new ClientConfig(eventLoops, maxEventBytes, keepAliveIdle, trust, kernelStamps, value);
    }
}
