package dev.streamux.mockllm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A mock with a fast pace, and what it wrote down about the answers that ended. */
final class Mock implements AutoCloseable {

    /** The knobs that the tests set by header. */
    static final String TOKENS = "X-Streamux-Tokens";

    static final String SEED = "X-Streamux-Seed";
    static final String FAULT = "X-Streamux-Fault";
    static final String ITL = "X-Streamux-Itl-Ms";
    static final String ID = "X-Streamux-Id";

    /** A token gap that no test waits for. */
    static final String MINUTE = "60000";

    private static final long PATIENCE_SECONDS = 30;
    private static final long NOTICED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final NanoClock clock = NanoClock.startingNow();
    private final MockServer server;
    private final BlockingQueue<EmissionTrace> emissions = new LinkedBlockingQueue<>();

    Mock() {
        MockConfig config = MockConfig.defaults().withKnob(Knob.TTFT, "5").withKnob(Knob.ITL, "1");
        server = MockServer.start(config, clock);
        server.emissionsTo(emissions::add);
    }

    String url() {
        return server.baseUrl();
    }

    long now() {
        return clock.nanos();
    }

    /** What the mock wrote down about the answer with this id; waits for it to end. */
    EmissionTrace emission(String id) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            EmissionTrace emission = emissions.poll(1, TimeUnit.SECONDS);
            if (emission != null && emission.response().id().equals(id)) {
                return emission;
            }
        }
        assertThat(server.emissions()).as("emission of %s", id).isNotEmpty();
        throw new AssertionError("no emission with id " + id);
    }

    /** Reads the beginning of an answer whose next token is a minute away, and leaves. */
    @FunctionalInterface
    interface Leaver {
        /** Asks with this id and leaves; returns when it had left, on the mock's clock. */
        long leave(String id) throws Exception;
    }

    /**
     * The requirement is 100 ms. A starved machine may be slower once or twice; a server that notices only by writing is
     * slower always, because it has nothing to write for a minute.
     */
    void noticesWithin100Millis(Leaver leaver) throws Exception {
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5 && best > NOTICED_NANOS; attempt++) {
            String id = "leaver-" + attempt;
            long left = leaver.leave(id);
            EmissionTrace emission = emission(id);
            assertThat(emission.response().outcome()).isEqualTo(Outcome.CANCELLED);
            best = Math.min(best, emission.response().endNanos() - left);
        }
        assertThat(best).isLessThanOrEqualTo(NOTICED_NANOS);
    }

    @Override
    public void close() {
        server.close();
    }
}
