package dev.streamux.simulations.ready;

/** Does every way in which a stream can break show up as what it is, and never as a success? */
public final class FaultStorm extends MockedScenario {
    /** Made by Gatling. */
    public FaultStorm() {
        super("fault-storm");
    }
}
