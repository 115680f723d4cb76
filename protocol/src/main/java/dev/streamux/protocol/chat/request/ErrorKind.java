package dev.streamux.protocol.chat.request;

/** Kinds of refusal, with the HTTP status that most vendors use; a dialect may use another. */
public enum ErrorKind {
    /** The request is wrong. */
    INVALID_REQUEST(400),
    /** No key, or a wrong one. */
    AUTHENTICATION(401),
    /** The account has to be paid for. */
    BILLING(402),
    /** The key may not do this. */
    PERMISSION(403),
    /** No such path, model or object. */
    NOT_FOUND(404),
    /** The body is too big. */
    TOO_LARGE(413),
    /** Too many requests. */
    RATE_LIMIT(429),
    /** A fault of the server. */
    SERVER(500),
    /** The server has too much to do; Anthropic answers 529. */
    OVERLOADED(503),
    /** The server took too long. */
    TIMEOUT(504);

    private final int status;

    ErrorKind(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The kind that fits a status best: an exact match, 529 as overload, else by its hundred. */
    public static ErrorKind ofStatus(int status) {
        for (ErrorKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        if (status == 529) {
            return OVERLOADED;
        }
        return status >= 500 ? SERVER : INVALID_REQUEST;
    }
}
