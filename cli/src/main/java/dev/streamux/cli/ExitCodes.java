package dev.streamux.cli;

/** What the process ends with. A verdict never shares a code with a fault. */
public final class ExitCodes {
    /** All is well; the gate passed. */
    public static final int PASS = 0;
    /** A fault of ours. */
    public static final int FAULT = 1;
    /** Usage or configuration error, an unknown metric included. */
    public static final int USAGE = 2;
    /** Too few samples, too much noise, the harness itself too late, or an incompatible baseline. */
    public static final int INCONCLUSIVE = 3;
    /** The target cannot be reached, or the run was aborted. */
    public static final int UNREACHABLE = 4;
    /** A rule of the gate failed. */
    public static final int GATE_FAILED = 99;

    private ExitCodes() {}
}
