package dev.streamux.simulations.ready;

/** When a stream breaks half-way, which way out costs the reader least? */
public final class Recovery extends MockedScenario {
    /** Made by Gatling. */
    public Recovery() {
        super("recovery");
    }
}
