package dev.streamux.simulations.ready;

/** How many people can read at the same time before the answers come late? */
public final class SaturationRamp extends MockedScenario {
    /** Made by Gatling. */
    public SaturationRamp() {
        super("saturation-ramp");
    }
}
