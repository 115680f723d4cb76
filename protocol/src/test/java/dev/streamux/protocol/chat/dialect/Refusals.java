package dev.streamux.protocol.chat.dialect;

import static org.assertj.core.api.Assertions.fail;

import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.RequestTarget;
import dev.streamux.protocol.chat.request.WireError;
import java.nio.charset.StandardCharsets;

/** Reads requests in tests. */
public final class Refusals {

    private Refusals() {}

    /** The request in a body. */
    public static ChatRequest read(DialectEncoder encoder, RequestTarget target, String body)
            throws RefusedRequestException {
        return encoder.read(target, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Why a body is refused; fails if it is not. */
    public static WireError refusal(DialectEncoder encoder, RequestTarget target, String body) {
        try {
            return fail("not refused: " + read(encoder, target, body));
        } catch (RefusedRequestException e) {
            return e.error();
        }
    }

    /** The body of an error as text. */
    public static String body(DialectEncoder encoder, WireError error) {
        return new String(encoder.errorBody(error), StandardCharsets.UTF_8);
    }
}
