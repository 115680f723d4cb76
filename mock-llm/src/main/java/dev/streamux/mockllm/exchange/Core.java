package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.answer.AnswerMaker;
import dev.streamux.mockllm.budget.Budget;
import dev.streamux.mockllm.check.Counters;
import dev.streamux.mockllm.check.MockStats;
import dev.streamux.mockllm.check.Occupancy;
import dev.streamux.mockllm.check.SelfWatch;
import dev.streamux.mockllm.control.ControlPlane;
import dev.streamux.mockllm.emission.EmissionLog;
import dev.streamux.mockllm.ledger.Closing;
import dev.streamux.mockllm.ledger.Ledger;
import dev.streamux.mockllm.load.Batch;
import dev.streamux.mockllm.loop.Loops;
import dev.streamux.mockllm.loop.PromptReader;
import dev.streamux.trace.NanoClock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What all connections of a server share. */
public final class Core implements AutoCloseable {
    /** What timers and writes cost anyway; only lateness beyond it moves a schedule. */
    private static final long TOLERATED_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final MockConfig config;
    private final NanoClock clock;
    private final Counters counters = new Counters();
    private final AtomicInteger connections = new AtomicInteger();
    private final Budget budget;
    private final Budget bodies;
    private final Batch batch;
    private final EmissionLog log;
    private final AnswerMaker maker;
    private final Loops loops;
    private final PromptReader prompts = new PromptReader();
    private final ControlPlane control;
    private final SelfWatch watch;

    /** Starts the event loops and the emission log; the notices stand in the statistics. */
    public static Core start(MockConfig config, NanoClock clock, List<String> notices) {
        AnswerMaker maker = new AnswerMaker(config.knobs(), config.runSeed(), config.answers());
        return new Core(config, clock, maker, notices);
    }

    /** Answers are made by {@code maker}. */
    public Core(MockConfig config, NanoClock clock, AnswerMaker maker, List<String> notices) {
        this.config = config;
        this.clock = clock;
        this.maker = maker;
        this.budget = new Budget(config.bounds().memory().runningTokens());
        this.bodies = new Budget(config.bounds().memory().allBodiesBytes());
        this.batch = new Batch(clock);
        this.log = new EmissionLog(config.emissionsFile());
        this.loops = Loops.start(config.engine(), clock);
        this.watch = new SelfWatch(config.engine().limits(), loops.lateness(), loops.delays(), notices);
        this.control = new ControlPlane(this::stats, counters.times(), log, clock);
    }

    /** The configuration as it was given. */
    public MockConfig config() {
        return config;
    }

    /** The run's clock. */
    public NanoClock clock() {
        return clock;
    }

    /** The emissions. */
    public EmissionLog log() {
        return log;
    }

    /** What was done so far. */
    public MockStats stats() {
        Occupancy occupancy = new Occupancy(budget.state(), bodies.running(), batch.waiting(), connections.get());
        return watch.stats(counters, occupancy, log.lost());
    }

    /** What is counted. */
    public Counters counters() {
        return counters;
    }

    /** How many connections are open. */
    public AtomicInteger connections() {
        return connections;
    }

    /** Decides what each request gets. */
    public AnswerMaker maker() {
        return maker;
    }

    Budget budget() {
        return budget;
    }

    /** The bytes of all requests. */
    public Budget bodies() {
        return bodies;
    }

    Batch batch() {
        return batch;
    }

    PromptReader prompts() {
        return prompts;
    }

    ControlPlane control() {
        return control;
    }

    /** The threads. */
    public Loops loops() {
        return loops;
    }

    /** How an answer begins and ends in the books of this server. */
    Closing closing(Runnable over) {
        return new Closing(
                new Ledger(counters, log), config.bounds().answerTime().toNanos(), TOLERATED_NANOS, over);
    }

    @Override
    public void close() {
        prompts.close();
        loops.close();
        log.close();
    }
}
