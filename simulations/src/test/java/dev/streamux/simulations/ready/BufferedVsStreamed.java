package dev.streamux.simulations.ready;

/** What does a reader gain when the answer is streamed, and what does each proxy take away again? */
public final class BufferedVsStreamed extends MockedScenario {
    /** Made by Gatling. */
    public BufferedVsStreamed() {
        super("buffered-vs-streamed");
    }
}
