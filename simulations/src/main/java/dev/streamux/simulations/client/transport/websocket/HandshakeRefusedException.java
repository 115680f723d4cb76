package dev.streamux.simulations.client.transport.websocket;

/** The server answered a WebSocket handshake with a status other than 101. */
public final class HandshakeRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;

    HandshakeRefusedException(int status, String body) {
        super("the handshake got status " + status, null, false, false);
        this.status = status;
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The body, shortened if it was long. */
    public String body() {
        return body;
    }
}
