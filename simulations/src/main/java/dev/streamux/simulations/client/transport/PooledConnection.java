package dev.streamux.simulations.client.transport;

import java.time.Duration;
import java.util.function.Consumer;

/** An HTTP/1.1 connection that a pool can keep. Belongs to its event loop. */
interface PooledConnection {
    /** Where it goes. */
    Origin origin();

    /** Whether it can still carry a request, as far as is known. */
    boolean isOpen();

    /** Closes after this long without use. */
    void rest(Duration limit);

    /** The use for one request; {@code giveBack} takes the connection when it may be used again. */
    Lease lease(Consumer<PooledConnection> giveBack);

    /** Runs {@code action} when it is closed, by whichever side. */
    void whenClosed(Runnable action);

    /** Closes it. */
    void close();
}
