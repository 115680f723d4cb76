package dev.streamux.mockllm.exchange;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Optional;

/**
 * Why a request cannot be read at all, whatever it asks for. The connection ends with it, because what follows cannot be
 * trusted either.
 *
 * @param status of HTTP
 * @param words for a person
 */
record Objection(int status, String words) {

    /** The objection to a request whose chunks were put together, if there is one. */
    static Optional<Objection> to(FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(unreadable(request.decoderResult().cause()));
        }
        if (request.protocolVersion().majorVersion() != 1) {
            return Optional.of(new Objection(
                    505,
                    request.protocolVersion()
                            + " cannot be spoken like this; HTTP/1.1, HTTP/1.0 and HTTP/2 with its preface can"));
        }
        // "chunked" has gone with the chunks; who sends any other coding must be told 501 (RFC 9112 §6.1).
        String transfer = request.headers().get(HttpHeaderNames.TRANSFER_ENCODING);
        if (transfer != null) {
            return Optional.of(new Objection(
                    501,
                    "Transfer-Encoding \"" + transfer
                            + "\" is not understood here; chunked alone is, and Content-Length"));
        }
        String content = request.headers().get(HttpHeaderNames.CONTENT_ENCODING);
        if (content != null && !HttpHeaderValues.IDENTITY.contentEqualsIgnoreCase(content)) {
            return Optional.of(new Objection(
                    415, "Content-Encoding \"" + content + "\" is not understood here; send the body as it is"));
        }
        return Optional.empty();
    }

    private static Objection unreadable(Throwable cause) {
        if (cause instanceof TooLongHttpHeaderException) {
            return new Objection(431, "the request's headers are too large for the mock");
        }
        if (cause instanceof TooLongHttpLineException || cause instanceof TooLongFrameException) {
            return new Objection(414, "the request's first line is too long for the mock");
        }
        return new Objection(400, "this is not HTTP that the mock can read");
    }
}
