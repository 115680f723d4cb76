package dev.streamux.cli.gate;

import static java.util.Objects.requireNonNull;

import dev.streamux.cli.run.NewRun;
import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.proxy.ImpairmentProxy;
import dev.streamux.simulations.proxy.ProxyConfig;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * A short run of two interleaved arms through the real mock and client, one of them harmed on purpose.
 *
 * <p>What is done to the candidate is known, so a gate on the run shows what the gate is worth on this machine.
 *
 * @param pairs answers an arm
 * @param harm what is done to the candidate
 * @param seed of the answers
 */
public record Rehearsal(int pairs, Harm harm, long seed) {
    /** The arm that relative rules compare with. */
    public static final String BASELINE = "baseline";

    private static final String CANDIDATE = "candidate";
    private static final String DIRECT = "direct";
    private static final int WARM_UP_PAIRS = 10;
    private static final int TOKENS = 60;
    private static final double FIRST_MILLIS = 200;
    private static final double GAP_MILLIS = 15;
    private static final long SPACING_NANOS = Duration.ofMillis(50).toNanos();

    /** Plays the run into the directory, with manifest and emissions. */
    public void play(RunDirectory run) throws InterruptedException {
        NewRun.clear(run);
        RunManifest manifest =
                NewRun.manifest(List.of("streamux", "rehearse"), seed, scenario(), List.of(BASELINE, CANDIDATE));
        NanoClock clock = NanoClock.since(manifest.originNanoTime());
        try (TraceWriter responses = TraceWriter.create(run.responses());
                MockServer mock = MockServer.start(MockConfig.defaults().withEmissionsFile(run.emissions()), clock);
                StreamingClient client = new StreamingClient(clock)) {
            URI origin = URI.create(mock.baseUrl());
            Optional<ImpairmentProxy> proxy =
                    harm.proxy().map(policy -> ImpairmentProxy.start(new ProxyConfig(origin, policy, 0, seed)));
            try {
                URI second = proxy.map(one -> URI.create(one.baseUrl())).orElse(origin);
                Stage stage = new Stage(client, clock, Map.of(BASELINE, origin, CANDIDATE, second));
                play("warmup", WARM_UP_PAIRS, stage).forEach(responses::write);
                play(ResponseTrace.MEASURE, pairs, stage).forEach(responses::write);
            } finally {
                proxy.ifPresent(ImpairmentProxy::close);
            }
        }
        manifest.withComplete(true).write(run.manifest());
    }

    private Map<String, Object> scenario() {
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("pairs", pairs);
        scenario.put("harm", harm.words());
        return scenario;
    }

    /** Who plays, by which clock, and where each arm's requests go. */
    private record Stage(StreamingClient client, NanoClock clock, Map<String, URI> targets) {
        URI target(String arm) {
            return requireNonNull(targets.get(arm));
        }
    }

    private List<ResponseTrace> play(String phase, int rounds, Stage stage) throws InterruptedException {
        NanoClock clock = stage.clock();
        List<CompletableFuture<ResponseTrace>> open = new ArrayList<>();
        long due = clock.nanos();
        for (int round = 0; round < rounds; round++) {
            // ABBA: a drift of the machine hits both arms alike.
            List<String> order = round % 2 == 0 ? List.of(BASELINE, CANDIDATE) : List.of(CANDIDATE, BASELINE);
            for (String arm : order) {
                due += SPACING_NANOS;
                for (long left = due - clock.nanos(); left > 0; left = due - clock.nanos()) {
                    LockSupport.parkNanos(left);
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
                open.add(stage.client().send(request(arm, phase, round, due, stage.target(arm))));
            }
        }
        List<ResponseTrace> traces = new ArrayList<>();
        for (CompletableFuture<ResponseTrace> response : open) {
            traces.add(get(response));
        }
        return traces;
    }

    private ClientRequest request(String arm, String phase, int round, long intendedNanos, URI target) {
        double slower = arm.equals(CANDIDATE) ? harm.factor() : 1;
        return ClientRequest.builder(arm + "-" + phase + "-" + round, target)
                .arm(arm)
                .phase(phase)
                .route(arm.equals(CANDIDATE) ? harm.route() : DIRECT)
                .prompt("Rehearse the gate.")
                .header("X-Streamux-Tokens", String.valueOf(TOKENS))
                .header("X-Streamux-Seed", String.valueOf(seed + round))
                .header("X-Streamux-Ttft-Ms", String.format(Locale.ROOT, "%.3f", FIRST_MILLIS * slower))
                .header("X-Streamux-Itl-Ms", String.format(Locale.ROOT, "%.3f", GAP_MILLIS * slower))
                .intendedNanos(intendedNanos)
                .attribute("seed", String.valueOf(seed + round))
                .attribute("round", String.valueOf(round))
                .build();
    }

    private static ResponseTrace get(CompletableFuture<ResponseTrace> response) throws InterruptedException {
        try {
            return response.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the client failed on its own", e);
        }
    }
}
