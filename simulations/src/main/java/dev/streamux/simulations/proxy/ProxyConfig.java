package dev.streamux.simulations.proxy;

import dev.streamux.simulations.proxy.policy.Policy;
import dev.streamux.trace.InvalidInputException;
import java.net.URI;

/**
 * Where an {@link ImpairmentProxy} listens, where it leads to and what it does.
 *
 * @param target the origin: {@code http} or {@code https}, a host, and perhaps a path that is put before each request's
 * @param policy what happens to the answers
 * @param port on the loopback address, in [0, 65535]; 0 lets the system choose
 * @param seed of the random draws, which only {@link Policy.Network} makes
 */
public record ProxyConfig(URI target, Policy policy, int port, long seed) {
    public ProxyConfig {
        String scheme = target.getScheme();
        if (!("http".equals(scheme) || "https".equals(scheme)) || target.getHost() == null) {
            throw new InvalidInputException("proxy target is \"" + target
                    + "\"; it must be an http or https URL with a host, such as http://127.0.0.1:8080");
        }
        if (port < 0 || port > 65535) {
            throw new InvalidInputException("proxy port is " + port + "; it must be in 0 to 65535");
        }
    }

    /** A proxy to this target with this policy, on a port that the system chooses, with seed 1. */
    public static ProxyConfig to(URI target, Policy policy) {
        return new ProxyConfig(target, policy, 0, 1);
    }

    /** The same with this port. */
    public ProxyConfig withPort(int value) {
        return new ProxyConfig(target, policy, value, seed);
    }

    /** The same with this seed. */
    public ProxyConfig withSeed(long value) {
        return new ProxyConfig(target, policy, port, value);
    }

    /** The target's port, also where it is the scheme's default. */
    int targetPort() {
        if (target.getPort() >= 0) {
            return target.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    /** Whether the target is reached over TLS. */
    boolean isSecure() {
        return "https".equals(target.getScheme());
    }

    /** What is put before the path of each request: empty or a path without a slash at its end. */
    String pathPrefix() {
        String path = target.getRawPath() == null ? "" : target.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
