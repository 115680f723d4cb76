package dev.streamux.cli.compare;

import dev.streamux.cli.progress.Progress;
import dev.streamux.cli.run.NewRun;
import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.record.TraceRecorder;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Plays the experiment once and leaves its traces and manifest in the run directory. */
public final class CompareRun {
    private final CompareSettings settings;
    private final RunManifest manifest;
    private final NanoClock clock;
    private final PrintStream err;
    private final boolean terminal;

    /**
     * A run that has not begun.
     *
     * @param settings what to compare
     * @param manifest what to say of it; its origin is the clock of all stamps
     * @param err where progress goes
     * @param terminal whether {@code err} can redraw a line
     */
    public CompareRun(CompareSettings settings, RunManifest manifest, PrintStream err, boolean terminal) {
        this.settings = settings;
        this.manifest = manifest;
        this.clock = NanoClock.since(manifest.originNanoTime());
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Plays every request.
     *
     * <p>The manifest is there from the start, marked as not complete until the end; every response and emission is on
     * disk as soon as it has ended. An interrupt of the thread ends the run early.
     *
     * @param config how the client is set up
     * @return whether it was played to its end
     */
    public boolean play(ClientConfig config) {
        RunDirectory run = RunDirectory.create(settings.out());
        NewRun.clear(run);
        manifest.withComplete(false).write(run.manifest());
        try (TraceRecorder responses = new TraceRecorder(run.responses());
                MockServer mock = MockServer.start(
                        MockConfig.defaults().withPort(settings.mockPort()).withEmissionsFile(run.emissions()), clock);
                CompareRoutes routes = CompareRoutes.start(
                        settings.arms(), URI.create(mock.baseUrl()), run.path().resolve("proxies"), settings.seed());
                StreamingClient client = new StreamingClient(config, clock)) {
            play(client, routes, responses);
            manifest.withSelfCheck(mock.selfCheck()).withComplete(true).write(run.manifest());
            return true;
        } catch (InterruptedException e) {
            err.println("streamux: stopped; what was measured is in " + run.path());
            return false;
        }
    }

    private void play(StreamingClient client, CompareRoutes routes, TraceRecorder responses)
            throws InterruptedException {
        CompareRequests requests = new CompareRequests(settings, routes);
        List<PlannedRequest> warmUp = CompareSchedule.warmUp(settings);
        List<PlannedRequest> measured = CompareSchedule.measured(settings);
        err.println("streamux: " + settings.arms().size() + " arms, " + settings.requests() + " answers each, "
                + settings.tokens() + " tokens at " + settings.tokensPerSecond() + " tokens/s; about "
                + expected(warmUp, measured).toSeconds() + " s");
        new Dispatcher(client, clock, requests, responses::record).dispatch(warmUp, clock.nanos(), elapsed -> {});
        Progress progress =
                new Progress(err, terminal, settings.arms().size(), measured.size(), expected(List.of(), measured));
        try {
            new Dispatcher(client, clock, requests, trace -> record(trace, responses, progress))
                    .dispatch(measured, clock.nanos(), elapsed -> progress.draw(elapsed));
        } finally {
            progress.finish();
        }
    }

    private void record(ResponseTrace trace, TraceRecorder responses, Progress progress) {
        responses.record(trace);
        progress.done(trace.outcome() == Outcome.COMPLETE);
    }

    private Duration expected(List<PlannedRequest> warmUp, List<PlannedRequest> measured) {
        Duration total = Duration.ZERO;
        if (!warmUp.isEmpty()) {
            total = total.plusNanos(warmUp.get(warmUp.size() - 1).offsetNanos()).plusSeconds(1);
        }
        return total.plusNanos(measured.get(measured.size() - 1).offsetNanos()).plus(settings.answerTime());
    }
}
