package dev.streamux.simulations.proxy.stage;

/** How the body of an answer ended. */
public enum Ending {
    /** By the rules of its framing. */
    CLEAN,
    /** The connection was closed (FIN) before the framing allowed it. */
    CUT,
    /** The connection was reset (RST). */
    RESET
}
