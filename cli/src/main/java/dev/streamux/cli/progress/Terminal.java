package dev.streamux.cli.progress;

/** Whether standard error is a terminal that can redraw a line. */
public final class Terminal {
    /** Set by the launcher, because the JDK's own answer is about standard input and output, and changed with JDK 22. */
    private static final String PROPERTY = "streamux.terminal";

    private Terminal() {}

    /** True only if the launcher saw a terminal. */
    public static boolean onStandardError() {
        return Boolean.getBoolean(PROPERTY);
    }
}
