package dev.streamux.trace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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

    /** The exception for a file that the user named and that cannot be read; {@code remedy} says what to do. */
    public static InvalidInputException unreadable(Path file, IOException cause, String remedy) {
        String what = cause instanceof NoSuchFileException ? " does not exist" : " cannot be read: " + why(cause);
        return new InvalidInputException(file + what + "; " + remedy, cause);
    }

    /** The exception for a file that the user named and that cannot be written. */
    public static InvalidInputException unwritable(Path file, IOException cause) {
        String why = cause instanceof NoSuchFileException ? "its folder does not exist" : why(cause);
        return new InvalidInputException(
                file + " cannot be written: " + why + "; name a file in a folder that can be written", cause);
    }

    private static String why(IOException cause) {
        return cause instanceof AccessDeniedException ? "permission is missing" : String.valueOf(cause.getMessage());
    }
}
