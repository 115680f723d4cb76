package dev.streamux.simulations.client.transport;

import java.time.Duration;

/** A connection that can wait for its next use. Belongs to its event loop. */
interface Kept {
    /** Whether it can still be used, as far as is known. */
    boolean isOpen();

    /** Closes after this long without use. */
    void rest(Duration limit);

    /** Runs {@code action} when it is closed, by whichever side. */
    void whenClosed(Runnable action);

    /** Closes it. */
    void close();
}
