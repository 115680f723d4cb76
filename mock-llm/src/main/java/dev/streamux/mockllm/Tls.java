package dev.streamux.mockllm;

import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;

/** Where the server's certificate comes from. */
public sealed interface Tls {
    /** No TLS. */
    record Off() implements Tls {}

    /** A certificate for localhost that is made at start, by the JDK's keytool, and trusted by nobody. */
    record SelfSigned() implements Tls {}

    /**
     * A certificate of the user's.
     *
     * @param certificate PEM file with the chain
     * @param key PEM file with the private key, PKCS#8, not encrypted
     */
    record Files(Path certificate, Path key) implements Tls {}

    /**
     * The certificate that a text names: {@code self-signed}, or the PEM files of chain and key with a comma between them.
     *
     * @throws InvalidInputException if it names neither
     */
    static Tls parse(String text) {
        if (text.equals("self-signed")) {
            return new SelfSigned();
        }
        int comma = text.indexOf(',');
        if (comma <= 0 || comma == text.length() - 1) {
            throw new InvalidInputException("tls is \"" + text
                    + "\"; it must be self-signed, or two PEM files with a comma between them: CERTIFICATE,KEY");
        }
        return new Files(Path.of(text.substring(0, comma)), Path.of(text.substring(comma + 1)));
    }
}
