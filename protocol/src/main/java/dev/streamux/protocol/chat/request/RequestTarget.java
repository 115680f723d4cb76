package dev.streamux.protocol.chat.request;

import java.util.Optional;

/**
 * What the path and query of a request say about it, in the dialect that puts it there.
 *
 * @param model the model in the path
 * @param stream whether the path asks for a stream
 * @param eventStream whether the query asks for server-sent events ({@code alt=sse})
 */
public record RequestTarget(Optional<String> model, boolean stream, boolean eventStream) {

    /** A path that says nothing: everything is in the body. */
    public static final RequestTarget PLAIN = new RequestTarget(Optional.empty(), false, false);
}
