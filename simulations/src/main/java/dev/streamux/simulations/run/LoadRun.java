package dev.streamux.simulations.run;

import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.transport.kernel.KernelOpener;
import dev.streamux.simulations.record.TraceRecorder;
import dev.streamux.simulations.run.ask.ConversationAsker;
import dev.streamux.simulations.run.ask.PlannedRequest;
import dev.streamux.simulations.run.ask.QuestionAsker;
import dev.streamux.simulations.run.ask.RequestFactory;
import dev.streamux.simulations.run.ask.RunPlan;
import dev.streamux.simulations.run.pace.Pacer;
import dev.streamux.simulations.run.pace.Pacing;
import dev.streamux.simulations.run.pace.SaturationLevels;
import dev.streamux.simulations.run.pace.VirtualUser;
import dev.streamux.simulations.scenario.Load;
import dev.streamux.simulations.scenario.Phases;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.run.RunManifest;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * One run of a scenario. Somebody lends it virtual users and their event loops; each takes its turns here. Thread-safe.
 */
public final class LoadRun implements AutoCloseable {
    /** Between the call to {@link #begin} and the start of the load: users come before their time and wait. */
    public static final Duration LEAD = Duration.ofSeconds(1);

    private final Scenario scenario;
    private final RunSettings settings;
    private final NanoClock clock;
    private final RunPlan plan;
    private final Pacer pacer;
    private final Optional<SaturationLevels> levels;
    private final StreamingClient client;
    private final ConversationAsker asker;
    private final TraceRecorder recorder;
    private final LiveCounts counts = new LiveCounts();
    private final SelfMeasurement self;
    private final ScheduledExecutorService timer;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger users = new AtomicInteger();
    private final AtomicInteger usersOver = new AtomicInteger();
    private final int usersExpected;
    private volatile long loadStart;
    private volatile boolean stopped;

    /** A run that has not begun. The run directory is written to from now on. */
    public LoadRun(RunSettings settings) {
        this.settings = settings;
        if (settings.kernelStamps()) {
            KernelOpener.requireAvailable();
        }
        this.scenario = settings.scenario();
        this.clock = settings.clock();
        this.plan = new RunPlan(scenario);
        Pacing pacing = Pacing.of(scenario, clock);
        this.pacer = pacing.pacer();
        this.levels = pacing.levels();
        this.usersExpected = (int) pacer.arrivals().count();
        this.client = new StreamingClient(
                ClientConfig.defaults()
                        .withEventLoops(0)
                        .withTrust(scenario.target().trust())
                        .withKernelStamps(settings.kernelStamps()),
                clock);
        QuestionAsker questions = new QuestionAsker(
                client, new RequestFactory(scenario, arm -> settings.addresses().get(arm)), clock, counts.observer());
        this.asker = new ConversationAsker(questions, plan, scenario, clock);
        this.recorder = new TraceRecorder(settings.directory().responses());
        this.self = new SelfMeasurement(clock);
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "streamux-run-timer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** When users are wanted, nanoseconds from the start of the load, never decreasing. */
    public LongStream arrivals() {
        return pacer.arrivals();
    }

    /** Whether a user takes more than one turn. */
    public boolean repeats() {
        return !(scenario.load() instanceof Load.Open);
    }

    /** Sets the start of the load {@link #LEAD} from now and begins to report progress. */
    public void begin(ProgressPrinter progress) {
        loadStart = clock.nanos() + LEAD.toNanos();
        pacer.begin(loadStart);
        levels.ifPresent(
                search -> search.begin(loadStart + scenario.phases().warmup().toNanos(), timer));
        progress.begin(new ProgressPrinter.Source(counts, clock, loadStart, scenario, levels), timer);
    }

    /** A virtual user that has just come. */
    public VirtualUser newUser() {
        return new VirtualUser(users.getAndIncrement());
    }

    /**
     * One turn: waits for its time, asks, and completes on the loop with a trace for every request; with none if the user
     * asks no more.
     */
    public CompletableFuture<List<ResponseTrace>> turn(VirtualUser user, EventLoop loop) {
        return pacer.next(user, loop).thenCompose(intended -> {
            if (intended.isEmpty()) {
                leave(user);
                return CompletableFuture.completedFuture(List.of());
            }
            return ask(user, intended.getAsLong(), loop);
        });
    }

    private CompletableFuture<List<ResponseTrace>> ask(VirtualUser user, long intended, EventLoop loop) {
        PlannedRequest planned = plan.request(asked.getAndIncrement());
        if (phaseAt(intended).equals(Phases.MEASURE)) {
            self.dispatched(clock.nanos() - intended);
            self.watch(loop);
        }
        return asker.talk(planned, intended, loop, new Recording()).whenComplete((traces, fault) -> {
            pacer.answered(user, clock.nanos());
            if (!repeats()) {
                leave(user);
            }
        });
    }

    private String phaseAt(long intendedNanos) {
        return scenario.phases().at(intendedNanos - loadStart);
    }

    private void leave(VirtualUser user) {
        if (!user.isOver()) {
            user.leave();
            usersOver.incrementAndGet();
        }
    }

    private final class Recording implements ConversationAsker.Course {
        @Override
        public String phaseAt(long intendedNanos) {
            return LoadRun.this.phaseAt(intendedNanos);
        }

        @Override
        public boolean goesOn() {
            return !stopped;
        }

        @Override
        public void onStart() {
            counts.started();
        }

        @Override
        public void onEnd(ResponseTrace trace) {
            counts.ended(trace.outcome());
            recorder.record(levels.map(search -> search.marked(trace)).orElse(trace));
        }
    }

    /** Ends the run before its time: nobody asks any more, what is under way is cancelled and recorded. */
    public void stop() {
        stopped = true;
        pacer.stop();
        client.cancelAll("the run was stopped");
    }

    /** Whether {@link #stop} was called and nothing is under way any more. */
    public boolean isStopped() {
        return stopped && counts.activeCount() == 0;
    }

    /** Whether every user has had its last turn. */
    public boolean isOver() {
        return usersOver.get() >= usersExpected;
    }

    /** Records what is left, and writes into the manifest how it went. */
    @Override
    public void close() {
        boolean complete = !stopped && isOver();
        client.close();
        timer.shutdownNow();
        recorder.close();
        RunManifest manifest = RunManifest.read(settings.directory().manifest());
        manifest.withComplete(complete)
                .withSelfCheck(self.finish())
                .write(settings.directory().manifest());
    }

    /** The clock of the run. */
    public NanoClock clock() {
        return clock;
    }
}
