package dev.streamux.mockllm.stream;

/** An answer that is on its way. Only the event loop of its connection may call it. */
public interface Ongoing {
    /** Begins; the first thing leaves when it is due. */
    void start();

    /** The client reads again, or no longer. */
    void writabilityChanged();

    /** The client has gone; the answer stops at once. */
    void clientLeft();
}
