package dev.streamux.reports;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Run directories with known arrivals: 200 tokens, the first after 125 ms, 25 ms apart, so the last comes at 5100 ms. Held
 * back by buffers as the name of the arm says. Round r is 3 ms later than round 0 as a whole.
 */
public final class SyntheticRun {
    private static final int TOKENS = 200;
    private static final int BYTES = 190;
    private static final String[] WORDS = {
        "Streaming ",
        "shows ",
        "each ",
        "piece ",
        "of ",
        "the ",
        "answer ",
        "as ",
        "soon ",
        "as ",
        "it ",
        "is ",
        "written. "
    };

    private final List<ResponseTrace> traces = new ArrayList<>();
    private final List<String> arms = new ArrayList<>();
    private SelfCheck selfCheck = SelfCheck.NONE;
    private boolean complete = true;

    /** The seven arms of the ready-made comparison, {@code rounds} answers each. */
    public static SyntheticRun comparison(int rounds) {
        return new SyntheticRun()
                .arm("direct", "direct", "sse", new Hold.None(), rounds)
                .arm("buffered-json", "direct", "json", new Hold.All(), rounds)
                .arm("proxy-pass", "proxy/pass", "sse", new Hold.None(), rounds)
                .arm("proxy-size-4k", "proxy/size:4096", "sse", new Hold.Bytes(4096), rounds)
                .arm("proxy-size-16k", "proxy/size:16384", "sse", new Hold.Bytes(16384), rounds)
                .arm("proxy-flush-1s", "proxy/time:1s", "sse", new Hold.Timer(1000), rounds)
                .arm("proxy-full", "proxy/full", "sse", new Hold.All(), rounds);
    }

    /** What a route does to the tokens of an answer. */
    public sealed interface Hold {
        /** The time at which token {@code index}, made at {@code millis}, is passed on. */
        double release(int index, double millis);

        /** Passed on at once. */
        record None() implements Hold {
            @Override
            public double release(int index, double millis) {
                return millis;
            }
        }

        /** Kept until the last one. */
        record All() implements Hold {
            @Override
            public double release(int index, double millis) {
                return 100 + 25.0 * TOKENS;
            }
        }

        /** Kept until a buffer of this size is full. */
        record Bytes(int size) implements Hold {
            @Override
            public double release(int index, double millis) {
                int perBuffer = size / BYTES + 1;
                int last = Math.min(TOKENS, (index / perBuffer + 1) * perBuffer);
                return 100 + 25.0 * last;
            }
        }

        /** Kept until a timer fires. */
        record Timer(double period) implements Hold {
            @Override
            public double release(int index, double millis) {
                return Math.min(Math.ceil(millis / period) * period, 100 + 25.0 * TOKENS);
            }
        }
    }

    /** Adds an arm with complete answers. */
    public SyntheticRun arm(String name, String route, String delivery, Hold hold, int rounds) {
        arms.add(name);
        for (int round = 0; round < rounds; round++) {
            Chunks.Builder chunks = Chunks.builder();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < TOKENS; i++) {
                String word = WORDS[i % WORDS.length];
                text.append(word);
                long nanos = nanos(hold.release(i, 100 + 25.0 * (i + 1)) + 3 * round);
                chunks.add(start(round) + nanos, word.length(), BYTES);
            }
            long end = start(round) + nanos(5101 + 3 * round);
            add(trace(name, round)
                    .route(route)
                    .delivery(delivery)
                    .text(text.toString())
                    .chunks(chunks.build())
                    .endNanos(end)
                    .build());
        }
        return this;
    }

    /** Adds an answer of any kind. */
    public SyntheticRun add(ResponseTrace trace) {
        if (!arms.contains(trace.arm())) {
            arms.add(trace.arm());
        }
        traces.add(trace);
        return this;
    }

    /** Adds answers that failed in this way after nothing. */
    public SyntheticRun failures(String arm, Outcome outcome, String error, int count) {
        for (int round = 0; round < count; round++) {
            add(trace(arm, round)
                    .outcome(outcome)
                    .status(outcome == Outcome.REJECTED ? 503 : 0)
                    .error(error)
                    .endNanos(start(round) + nanos(40))
                    .build());
        }
        return this;
    }

    /** A trace of this arm whose times are those of its round. */
    public static ResponseTrace.Builder trace(String arm, int round) {
        return ResponseTrace.builder(arm + "-" + round)
                .arm(arm)
                .attribute("seed", String.valueOf(7 + round))
                .attribute("round", String.valueOf(round))
                .intendedNanos(start(round))
                .sentNanos(start(round) + nanos(0.2))
                .headersNanos(start(round) + nanos(5))
                .firstByteNanos(start(round) + nanos(5));
    }

    /** Sets what the harness says of itself. */
    public SyntheticRun selfCheck(SelfCheck value) {
        selfCheck = value;
        return this;
    }

    /** Marks the run as stopped early. */
    public SyntheticRun stopped() {
        complete = false;
        return this;
    }

    /** Writes the run directory. */
    public RunDirectory write(Path folder) {
        RunDirectory run = RunDirectory.create(folder);
        try (TraceWriter writer = TraceWriter.create(run.responses())) {
            traces.forEach(writer::write);
        }
        RunManifest manifest = new RunManifest(
                RunManifest.SCHEMA,
                "0.1.0",
                List.of("compare"),
                "2026-11-21T06:00:00Z",
                0,
                complete,
                7,
                new TreeMap<>(Map.of("tokens", TOKENS, "tokensPerSecond", 40)),
                arms,
                new TreeMap<>(Map.of("cores", 2, "jdk", "17.0.15", "os", "Linux")),
                selfCheck);
        manifest.write(run.manifest());
        return run;
    }

    private static long start(int round) {
        return nanos(200 + 6000.0 * round);
    }

    private static long nanos(double millis) {
        return Math.round(millis * 1e6);
    }
}
