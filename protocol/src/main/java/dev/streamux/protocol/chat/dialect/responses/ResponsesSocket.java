package dev.streamux.protocol.chat.dialect.responses;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.dialect.openai.OpenAiErrors;
import dev.streamux.protocol.chat.request.BodyReader;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.WireError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The vendor's WebSocket mode of Responses: text frames of one JSON object each, no server-sent events around them.
 *
 * <p>The client sends {@code {"type":"response.create", …}} with the members of the HTTP body; the answer's events are
 * those of the stream with {@link dev.streamux.protocol.chat.encode.Framing#FRAME}. One response at a time. A request may
 * continue an earlier response of its connection; the last {@value #MOST_REMEMBERED} are remembered.
 *
 * <p>One for each connection; not for several threads.
 */
public final class ResponsesSocket {

    private static final int MOST_REMEMBERED = 1_000;

    private final ResponsesEncoder encoder = new ResponsesEncoder();
    private final Set<String> remembered = new LinkedHashSet<>();

    /** Remembers that an answer was begun, so that a later request may continue it. */
    public void begin(AnswerIdentity identity) {
        if (remembered.size() == MOST_REMEMBERED) {
            remembered.remove(remembered.iterator().next());
        }
        remembered.add(ResponsesEncoder.responseId(identity));
    }

    /**
     * Reads a client's frame.
     *
     * @throws RefusedRequestException if it is not {@code response.create}, its request is wrong, or it continues a
     *     response that this connection does not know
     */
    public ChatRequest read(byte[] frame) throws RefusedRequestException {
        BodyReader body = BodyReader.of(frame, OpenAiErrors.WORDING);
        body.oneOf("type", "response.create");
        BodyReader request = body.optionalObject("response").orElse(body);
        ChatRequest read = new ResponsesReader(request).read(true);
        String previous = read.previousResponseId().orElse("");
        if (!previous.isEmpty() && !remembered.contains(previous)) {
            throw new RefusedRequestException(unknownResponse(previous));
        }
        return read;
    }

    /** The frame that refuses a request; the connection stays open. UTF-8 JSON. */
    public byte[] errorFrame(WireError error) {
        String object = OpenAiErrors.object(error);
        return ("{\"type\":\"error\",\"status\":" + encoder.status(error) + ',' + object.substring(1))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The refusal of a request while the one before is still being answered. */
    public static WireError busy() {
        return WireError.of(
                        ErrorKind.INVALID_REQUEST,
                        "A response is already in progress on this connection; wait until it has ended.")
                .withCode("response_in_progress");
    }

    /** The notice that a connection has reached its longest duration. */
    public static WireError connectionLimit() {
        return WireError.of(
                        ErrorKind.INVALID_REQUEST,
                        "Responses websocket connection limit reached. Create a new websocket connection to continue.")
                .withCode("websocket_connection_limit_reached");
    }

    private static WireError unknownResponse(String id) {
        return WireError.ofField("previous_response_id", "Previous response with id '" + id + "' not found.")
                .withCode("previous_response_not_found");
    }
}
