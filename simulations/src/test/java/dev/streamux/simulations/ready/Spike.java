package dev.streamux.simulations.ready;

/** What do readers see when ten times as many people ask at once, and how long until it is over? */
public final class Spike extends MockedScenario {
    /** Made by Gatling. */
    public Spike() {
        super("spike");
    }
}
