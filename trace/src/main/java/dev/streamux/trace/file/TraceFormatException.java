package dev.streamux.trace.file;

import dev.streamux.trace.InvalidInputException;

/** A trace file that cannot be read: the message names the file, the line, what is wrong and what to do. */
public final class TraceFormatException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    /** An exception with this message, which is shown to the user as it is. */
    public TraceFormatException(String message) {
        super(message);
    }
}
