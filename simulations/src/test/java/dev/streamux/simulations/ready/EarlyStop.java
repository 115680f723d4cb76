package dev.streamux.simulations.ready;

/** When a reader presses stop, how soon is it quiet, and how much does the server go on writing? */
public final class EarlyStop extends MockedScenario {
    /** Made by Gatling. */
    public EarlyStop() {
        super("early-stop");
    }
}
