package dev.streamux.protocol.chat.dialect.anthropic;

import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.FaultWording;
import dev.streamux.protocol.chat.request.WireError;

/** Anthropic's errors: {@code {"type":"error","error":{"type","message"}}} and the sentences for wrong fields. */
final class AnthropicErrors implements FaultWording {

    static final FaultWording WORDING = new AnthropicErrors();

    private static final int OVERLOADED_STATUS = 529;

    private AnthropicErrors() {}

    /** The object that holds an error, on one line; the same in a body and in an event. */
    static String object(WireError error) {
        return "{\"type\":\"error\",\"error\":{\"type\":\"" + type(error.kind()) + "\",\"message\":"
                + JsonText.quote(error.message()) + "},\"request_id\":null}";
    }

    static int status(WireError error) {
        int own = error.kind() == ErrorKind.OVERLOADED
                ? OVERLOADED_STATUS
                : error.kind().status();
        return error.status().orElse(own);
    }

    private static String type(ErrorKind kind) {
        return switch (kind) {
            case INVALID_REQUEST -> "invalid_request_error";
            case AUTHENTICATION -> "authentication_error";
            case BILLING -> "billing_error";
            case PERMISSION -> "permission_error";
            case NOT_FOUND -> "not_found_error";
            case TOO_LARGE -> "request_too_large";
            case RATE_LIMIT -> "rate_limit_error";
            case SERVER -> "api_error";
            case OVERLOADED -> "overloaded_error";
            case TIMEOUT -> "timeout_error";
        };
    }

    @Override
    public String index(int index) {
        return "." + index;
    }

    @Override
    public WireError unreadable(String reason) {
        return WireError.of(ErrorKind.INVALID_REQUEST, "The request body is not valid JSON: " + reason);
    }

    @Override
    public WireError missing(String path) {
        return WireError.ofField(path, path + ": Field required");
    }

    @Override
    public WireError wrongType(String path, String expected, String actual) {
        return WireError.ofField(path, path + ": Input should be " + expected + ", not " + actual);
    }

    @Override
    public WireError wrongValue(String path, String value, String rule) {
        return WireError.ofField(path, path + ": '" + value + "' is not allowed; it must be " + rule);
    }
}
