package dev.streamux.mockllm;

import dev.streamux.mockllm.check.Limits;
import dev.streamux.mockllm.content.Content;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.mockllm.knob.Knobs;
import dev.streamux.mockllm.pacing.Quantum;
import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a mock server is set up.
 *
 * @param host address to listen on; loopback unless you know why
 * @param port 0 lets the system choose
 * @param knobs what holds for every request that does not say otherwise
 * @param runSeed what the draws of requests without a seed follow from, together with their prompts
 * @param bounds what is allowed
 * @param engine threads, wake-ups and the declared limits on lateness
 * @param emissionsFile every finished answer is appended here, if given
 * @param tls whether the port speaks TLS
 * @param answers what a request without the knob {@code content} is answered with
 */
public record MockConfig(
        String host,
        int port,
        Knobs knobs,
        long runSeed,
        Bounds bounds,
        Engine engine,
        Optional<Path> emissionsFile,
        Tls tls,
        Content answers) {
    private static final String LOOPBACK = "127.0.0.1";

    public MockConfig {
        if (port < 0 || port > 65_535) {
            throw new InvalidInputException("port is " + port + "; it must be from 0 to 65535");
        }
    }

    /**
     * The machinery.
     *
     * @param loops event loops, ≥ 1
     * @param loopTokens tokens a second that one loop is declared to carry, ≥ 1; a configuration that makes more is refused
     * @param quantum how far apart wake-ups are
     * @param limits above which the server declares that it cannot be trusted
     * @param warmUp whether the path of a request is run a few times before the port opens
     */
    public record Engine(int loops, int loopTokens, Quantum quantum, Limits limits, boolean warmUp) {
        /** One loop on a free core of a current machine, small events; see {@code docs/benchmarks.md}. */
        public static final int LOOP_TOKENS = 200_000;

        public Engine {
            if (loops < 1 || loopTokens < 1) {
                throw new InvalidInputException("loops is " + loops + " and loop-tokens (--loop-tokens) is "
                        + loopTokens + "; each must be at least 1");
            }
        }

        /** The same with another number of tokens a second for a loop. */
        public Engine withLoopTokens(int value) {
            return new Engine(loops, value, quantum, limits, warmUp);
        }

        /** The same with or without the warm-up. */
        public Engine withWarmUp(boolean value) {
            return new Engine(loops, loopTokens, quantum, limits, value);
        }
    }

    /** Loopback, a port of the system's choice, the mission's example as pace. */
    public static MockConfig defaults() {
        int loops = Runtime.getRuntime().availableProcessors() > 2 ? 2 : 1;
        return new MockConfig(
                LOOPBACK,
                0,
                Knobs.NONE,
                1,
                Bounds.DEFAULT,
                new Engine(loops, Engine.LOOP_TOKENS, Quantum.AUTOMATIC, Limits.DEFAULTS, true),
                Optional.empty(),
                new Tls.Off(),
                Content.MIXED);
    }

    /** The same on another address. */
    public MockConfig withHost(String value) {
        return new MockConfig(value, port, knobs, runSeed, bounds, engine, emissionsFile, tls, answers);
    }

    /** The same on another port. */
    public MockConfig withPort(int value) {
        return new MockConfig(host, value, knobs, runSeed, bounds, engine, emissionsFile, tls, answers);
    }

    /** The same with one knob set for every request that does not say otherwise. */
    public MockConfig withKnob(Knob knob, String value) {
        return withKnobs(knobs.with(knob, value, "configuration"));
    }

    /** The same with other knobs. */
    public MockConfig withKnobs(Knobs value) {
        return new MockConfig(host, port, value, runSeed, bounds, engine, emissionsFile, tls, answers);
    }

    /** The same with another run seed. */
    public MockConfig withRunSeed(long value) {
        return new MockConfig(host, port, knobs, value, bounds, engine, emissionsFile, tls, answers);
    }

    /** The same with other bounds. */
    public MockConfig withBounds(Bounds value) {
        return new MockConfig(host, port, knobs, runSeed, value, engine, emissionsFile, tls, answers);
    }

    /** The same with another engine. */
    public MockConfig withEngine(Engine value) {
        return new MockConfig(host, port, knobs, runSeed, bounds, value, emissionsFile, tls, answers);
    }

    /** The same with a file for the emissions. */
    public MockConfig withEmissionsFile(Path value) {
        return new MockConfig(host, port, knobs, runSeed, bounds, engine, Optional.of(value), tls, answers);
    }

    /** The same with or without TLS. */
    public MockConfig withTls(Tls value) {
        return new MockConfig(host, port, knobs, runSeed, bounds, engine, emissionsFile, value, answers);
    }

    /** The same with other answers, such as those in a {@code ContentFile}. */
    public MockConfig withAnswers(Content value) {
        return new MockConfig(host, port, knobs, runSeed, bounds, engine, emissionsFile, tls, value);
    }
}
