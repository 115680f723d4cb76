package dev.streamux.protocol.chat.encode;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.RequestTarget;
import dev.streamux.protocol.chat.request.WireError;
import java.util.List;

/** The server's side of a dialect: reads requests, writes answers and errors. Without state. */
public interface DialectEncoder {

    /** The dialect. */
    Dialect dialect();

    /**
     * Reads and checks a request.
     *
     * @param body UTF-8 JSON
     * @throws RefusedRequestException if the vendor would refuse it; {@link #errorBody} puts the reason into its words
     */
    ChatRequest read(RequestTarget target, byte[] body) throws RefusedRequestException;

    /** The answer as a stream of events. */
    StreamEncoder stream(AnswerScript script, StreamOptions options);

    /** The answer as one JSON body, UTF-8; its member {@code streamux} holds the request's id. */
    byte[] body(AnswerScript script);

    /**
     * The JSON body that lists the models on offer, UTF-8.
     *
     * @param names their names
     * @param createdSeconds when they came to be, seconds since 1970
     */
    byte[] models(List<String> names, long createdSeconds);

    /** The HTTP status of an error. */
    int status(WireError error);

    /** The JSON body of an error, UTF-8. */
    byte[] errorBody(WireError error);
}
