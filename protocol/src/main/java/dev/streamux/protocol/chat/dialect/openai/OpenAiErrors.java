package dev.streamux.protocol.chat.dialect.openai;

import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.FaultWording;
import dev.streamux.protocol.chat.request.WireError;
import java.util.Optional;

/** OpenAI's errors: {@code {"error":{"message","type","param","code"}}} and the sentences for wrong fields. */
public final class OpenAiErrors implements FaultWording {

    /** How OpenAI words wrong fields. */
    public static final FaultWording WORDING = new OpenAiErrors();

    private OpenAiErrors() {}

    /** The object that holds an error, on one line. */
    public static String object(WireError error) {
        return "{\"error\":{\"message\":" + JsonText.quote(error.message())
                + ",\"type\":" + JsonText.quote(type(error.kind()))
                + ",\"param\":" + nullable(error.param())
                + ",\"code\":" + nullable(code(error)) + "}}";
    }

    /** The machine-readable code: the error's own, else the usual one of its kind, if there is one. */
    public static Optional<String> code(WireError error) {
        if (error.code().isPresent()) {
            return error.code();
        }
        return switch (error.kind()) {
            case AUTHENTICATION -> Optional.of("invalid_api_key");
            case RATE_LIMIT -> Optional.of("rate_limit_exceeded");
            case BILLING -> Optional.of("insufficient_quota");
            case SERVER -> Optional.of("server_error");
            case OVERLOADED -> Optional.of("server_is_overloaded");
            case INVALID_REQUEST, PERMISSION, NOT_FOUND, TOO_LARGE, TIMEOUT -> Optional.empty();
        };
    }

    /** A JSON string, or {@code null}. */
    public static String nullable(Optional<String> text) {
        return text.map(JsonText::quote).orElse("null");
    }

    private static String type(ErrorKind kind) {
        return switch (kind) {
            case INVALID_REQUEST, AUTHENTICATION, PERMISSION, NOT_FOUND, TOO_LARGE -> "invalid_request_error";
            case BILLING -> "insufficient_quota";
            case RATE_LIMIT -> "requests";
            case SERVER, TIMEOUT -> "server_error";
            case OVERLOADED -> "service_unavailable_error";
        };
    }

    @Override
    public String index(int index) {
        return "[" + index + ']';
    }

    @Override
    public WireError unreadable(String reason) {
        return WireError.of(
                ErrorKind.INVALID_REQUEST,
                "We could not parse the JSON body of your request: " + reason
                        + ". The API expects a JSON payload, but what was sent was not valid JSON.");
    }

    @Override
    public WireError missing(String path) {
        return WireError.ofField(path, "Missing required parameter: '" + path + "'.")
                .withCode("missing_required_parameter");
    }

    @Override
    public WireError wrongType(String path, String expected, String actual) {
        return WireError.ofField(
                        path,
                        "Invalid type for '" + path + "': expected " + expected + ", but got " + actual + " instead.")
                .withCode("invalid_type");
    }

    @Override
    public WireError wrongValue(String path, String value, String rule) {
        return WireError.ofField(path, "Invalid value for '" + path + "': '" + value + "'. It must be " + rule + '.')
                .withCode("invalid_value");
    }
}
