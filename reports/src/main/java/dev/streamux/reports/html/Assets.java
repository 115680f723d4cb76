package dev.streamux.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * The page's own style and script, and a content security policy that admits exactly these two and no request at all.
 *
 * @param style CSS
 * @param script JavaScript
 * @param policy for a meta element
 */
public record Assets(String style, String script, String policy) {

    /** The assets of this version. */
    static Assets load() {
        String style = text("page.css");
        String script = text("page.js");
        String policy = "default-src 'none'; script-src 'sha256-" + sha256(script) + "'; style-src 'sha256-"
                + sha256(style) + "'; img-src data:; base-uri 'none'; form-action 'none'";
        return new Assets(style, script, policy);
    }

    /** The file without indentation and without lines that only comment. */
    private static String text(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !(line.startsWith("/*") && line.endsWith("*/")))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
