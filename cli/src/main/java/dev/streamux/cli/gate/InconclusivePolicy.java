package dev.streamux.cli.gate;

/** What an inconclusive gate means for the exit code. */
public enum InconclusivePolicy {
    /** As a failure. */
    FAIL,
    /** As a pass, with a loud line on standard error. */
    WARN,
    /** As a pass. */
    PASS
}
