package dev.streamux.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Streams that run side by side.
 *
 * @param sender the address of the sender
 * @param streams how many
 * @param perSecond tokens a second on each
 */
record StreamLoad(URI sender, int streams, int perSecond) {
    /** Loads and compiles what is measured after it; most of the compiling is over by then. */
    static final Duration WARM_UP = Duration.ofSeconds(14);
    /** How long is measured; the sender must go on for at least this long after the warm-up. */
    static final Duration WINDOW = Duration.ofSeconds(12);
    /** Requests start spread over this long. */
    static final Duration RAMP = Duration.ofSeconds(2);

    /** What every request asks. */
    static final String BODY =
            "{\"model\":\"mock\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    /** Waits between two starts. */
    void pause() {
        LockSupport.parkNanos(RAMP.toNanos() / streams);
    }
}
