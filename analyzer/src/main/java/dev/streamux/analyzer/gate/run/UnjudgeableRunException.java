package dev.streamux.analyzer.gate.run;

/** The run says nothing about the target: it was aborted, or nothing could be reached. Not a verdict, no fault of rules. */
public final class UnjudgeableRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception with this message, which is shown to the user as it is. */
    public UnjudgeableRunException(String message) {
        super(message);
    }
}
