package dev.streamux.protocol.chat.request;

/** A request that the server will not answer; the dialect turns it into a status and a body. */
public final class RefusedRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient WireError error;

    /** A refusal for this reason; it carries no stack trace, as it is an ordinary answer. */
    public RefusedRequestException(WireError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** Why. */
    public WireError error() {
        return error;
    }
}
