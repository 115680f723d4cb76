package dev.streamux.simulations.client.transport.socket;

import java.nio.file.Path;

/** Whose TLS certificates are accepted. */
public sealed interface Trust {
    /** The authorities that the JDK trusts. */
    Trust SYSTEM = new Platform();
    /** Any certificate of any host; for test set-ups only. */
    Trust ANYBODY = new Anybody();

    /** The authorities that the JDK trusts. */
    record Platform() implements Trust {}

    /** Any certificate of any host. */
    record Anybody() implements Trust {}

    /**
     * Only what these certificates vouch for.
     *
     * @param file one or more certificates in PEM form: an authority's, or that of the server itself
     */
    record Authorities(Path file) implements Trust {}
}
