package dev.streamux.protocol.chat.dialect.responses;

import dev.streamux.protocol.chat.dialect.openai.OpenAiErrors;
import dev.streamux.protocol.chat.request.BodyReader;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.WireError;
import java.nio.charset.StandardCharsets;

/**
 * The vendor's WebSocket mode of Responses: text frames of one JSON object each, no server-sent events around them.
 *
 * <p>The client sends {@code {"type":"response.create", …}} with the members of the HTTP body; the answer's events are
 * those of the stream with {@link dev.streamux.protocol.chat.encode.Framing#FRAME}. One response at a time.
 */
public final class ResponsesSocket {

    private final ResponsesEncoder encoder = new ResponsesEncoder();

    /**
     * Reads a client's frame.
     *
     * @throws RefusedRequestException if it is not {@code response.create} or its request is wrong
     */
    public ChatRequest read(byte[] frame) throws RefusedRequestException {
        BodyReader body = BodyReader.of(frame, OpenAiErrors.WORDING);
        body.oneOf("type", "response.create");
        BodyReader request = body.optionalObject("response").orElse(body);
        return new ResponsesReader(request).read(true);
    }

    /** The frame that refuses a request; the connection stays open. UTF-8 JSON. */
    public byte[] errorFrame(WireError error) {
        String object = OpenAiErrors.object(error);
        return ("{\"type\":\"error\",\"status\":" + encoder.status(error) + ',' + object.substring(1))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The refusal of a request that continues a response which this connection does not know. */
    public static WireError unknownResponse(String id) {
        return WireError.ofField("previous_response_id", "Previous response with id '" + id + "' not found.")
                .withCode("previous_response_not_found");
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
}
