package dev.streamux.mockllm;

import dev.streamux.mockllm.check.MockStats;
import dev.streamux.mockllm.exchange.Core;
import dev.streamux.mockllm.knob.KnobException;
import dev.streamux.mockllm.knob.Script;
import dev.streamux.mockllm.knob.ScriptReader;
import dev.streamux.mockllm.server.Listener;
import dev.streamux.mockllm.server.WarmUp;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.run.MachineFacts;
import dev.streamux.trace.run.SelfCheck;
import java.util.List;
import java.util.function.Consumer;

/**
 * A running mock LLM server.
 *
 * <p>Safe for use by several threads. It holds its port and threads until {@link #close}.
 */
public final class MockServer implements AutoCloseable {
    private final MockConfig config;
    private final Core core;
    private final Listener listener;

    private MockServer(MockConfig config, Core core, Listener listener) {
        this.config = config;
        this.core = core;
        this.listener = listener;
    }

    /**
     * Starts a server; when this returns it accepts requests.
     *
     * @param clock the run's clock: every stamp and every deadline is on it
     * @throws InvalidInputException if a knob of the configuration is wrong, it cannot fit on this machine, or the
     *     port is in use
     */
    public static MockServer start(MockConfig config, NanoClock clock) {
        Fit fit = Fit.of(config, script(config), MachineFacts.openFiles());
        Core core = Core.start(fit.config(), clock, fit.notices());
        try {
            if (config.engine().warmUp()) {
                WarmUp.run(fit.config(), core.maker().plain());
            }
            return new MockServer(fit.config(), core, Listener.open(fit.config(), core));
        } catch (RuntimeException e) {
            core.close();
            throw e;
        }
    }

    private static Script script(MockConfig config) {
        try {
            return ScriptReader.read(config.knobs());
        } catch (KnobException e) {
            throw new InvalidInputException(e.problem(), e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return listener.port();
    }

    /** Such as {@code http://127.0.0.1:41234}, without a slash at the end. */
    public String baseUrl() {
        return (config.tls() instanceof Tls.Off ? "http://" : "https://")
                + (config.host().contains(":") ? "[" + config.host() + "]" : config.host()) + ":" + port();
    }

    /** Hands every emission that ends from now on to {@code consumer}, on a thread of the server's own. */
    public void emissionsTo(Consumer<EmissionTrace> consumer) {
        core.log().to(consumer);
    }

    /** The last emissions in the order of their ends; bounded, so in a long run the first ones are missing. */
    public List<EmissionTrace> emissions() {
        return core.log().last();
    }

    /** What the server has done so far and how late it was. */
    public MockStats stats() {
        return core.stats();
    }

    /** How far its times can be trusted so far, for a run's manifest: its own limits, see {@code docs/mock.md}. */
    public SelfCheck selfCheck() {
        return core.stats().selfCheck();
    }

    /** Closes port and connections, then writes what is still to be written. */
    @Override
    public void close() {
        listener.close();
        core.close();
    }
}
