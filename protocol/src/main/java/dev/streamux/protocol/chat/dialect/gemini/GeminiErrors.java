package dev.streamux.protocol.chat.dialect.gemini;

import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.FaultWording;
import dev.streamux.protocol.chat.request.WireError;

/** Google's errors: {@code {"error":{"code","message","status"}}} and the sentences for wrong fields. */
final class GeminiErrors implements FaultWording {

    static final FaultWording WORDING = new GeminiErrors();

    private GeminiErrors() {}

    /** The object that holds an error, on one line; the same in a body and in an event. */
    static String object(WireError error) {
        return "{\"error\":{\"code\":" + status(error) + ",\"message\":" + JsonText.quote(error.message())
                + ",\"status\":\"" + word(error.kind()) + "\"}}";
    }

    static int status(WireError error) {
        return error.status().orElse(error.kind().status());
    }

    private static String word(ErrorKind kind) {
        return switch (kind) {
            case INVALID_REQUEST, TOO_LARGE -> "INVALID_ARGUMENT";
            case AUTHENTICATION -> "UNAUTHENTICATED";
            case BILLING -> "FAILED_PRECONDITION";
            case PERMISSION -> "PERMISSION_DENIED";
            case NOT_FOUND -> "NOT_FOUND";
            case RATE_LIMIT -> "RESOURCE_EXHAUSTED";
            case SERVER -> "INTERNAL";
            case OVERLOADED -> "UNAVAILABLE";
            case TIMEOUT -> "DEADLINE_EXCEEDED";
        };
    }

    @Override
    public String index(int index) {
        return "[" + index + ']';
    }

    @Override
    public WireError unreadable(String reason) {
        return WireError.of(ErrorKind.INVALID_REQUEST, "Invalid JSON payload received. " + reason);
    }

    @Override
    public WireError missing(String path) {
        return WireError.ofField(path, "* GenerateContentRequest." + path + ": " + path + " is not specified");
    }

    @Override
    public WireError wrongType(String path, String expected, String actual) {
        return WireError.ofField(
                path, "Invalid value at '" + path + "': expected " + expected + ", but got " + actual + '.');
    }

    @Override
    public WireError wrongValue(String path, String value, String rule) {
        return WireError.ofField(path, "Invalid value at '" + path + "': \"" + value + "\". It must be " + rule + '.');
    }
}
