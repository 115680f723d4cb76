package dev.streamux.simulations.ready;

/** Does the stream stay as good after half an hour as it was in the first minute? */
public final class Soak extends MockedScenario {
    /** Made by Gatling. */
    public Soak() {
        super("soak");
    }
}
