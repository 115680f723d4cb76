package dev.streamux.mockllm.knob;

/** A knob that does not exist or has a value that it cannot have; the message says what is allowed and where it was. */
public final class KnobException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    /** An exception with this message and no stack trace, as it is an ordinary answer. */
    public KnobException(String message) {
        super(message, null, false, false);
        this.problem = message;
    }

    /** The message. */
    public String problem() {
        return problem;
    }
}
