package dev.streamux.protocol.chat.decode;

import java.util.Optional;

/** Reads the bodies of refused requests. */
public final class ErrorBodies {
    private ErrorBodies() {}

    /** The message in the JSON error body of any dialect, one line; empty if it is no such body. */
    public static Optional<String> message(String body) {
        return Fields.errorMessage(body);
    }
}
