package dev.streamux.trace;

/**
 * Something that the user gave is wrong: a file, an option, a value.
 *
 * <p>The message is shown as it is, without a stack trace, and the program ends with exit code 2. It says what is wrong
 * with the value, what is allowed, where, and what to do.
 */
public class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception with this message. */
    public InvalidInputException(String message) {
        super(message);
    }

    /** An exception with this message that came from {@code cause}. */
    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
