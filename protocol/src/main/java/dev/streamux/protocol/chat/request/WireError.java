package dev.streamux.protocol.chat.request;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A refusal before the dialect puts it into words.
 *
 * @param kind what sort of refusal
 * @param message for a person; one sentence
 * @param param the field that is wrong, as a path such as {@code messages[0].role}
 * @param code the vendor's machine-readable code, where the dialect has one
 * @param status the HTTP status when it is to differ from the dialect's own
 */
public record WireError(
        ErrorKind kind, String message, Optional<String> param, Optional<String> code, OptionalInt status) {

    /** A refusal with the dialect's own status. */
    public static WireError of(ErrorKind kind, String message) {
        return new WireError(kind, message, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /** A wrong field. */
    public static WireError ofField(String param, String message) {
        return new WireError(
                ErrorKind.INVALID_REQUEST, message, Optional.of(param), Optional.empty(), OptionalInt.empty());
    }

    /** A refusal with exactly this status, in [400, 599]. */
    public static WireError ofStatus(int status, String message) {
        return new WireError(
                ErrorKind.ofStatus(status), message, Optional.empty(), Optional.empty(), OptionalInt.of(status));
    }

    /** The same refusal with a machine-readable code. */
    public WireError withCode(String value) {
        return new WireError(kind, message, param, Optional.of(value), status);
    }
}
