package dev.streamux.simulations.gatling;

import dev.streamux.simulations.run.LoadRun;
import dev.streamux.simulations.run.ProgressPrinter;
import dev.streamux.simulations.run.RunSettings;
import io.gatling.javaapi.core.Simulation;

/**
 * Plays a scenario in Gatling. A subclass says which and against what; Gatling makes it by its constructor without
 * arguments.
 */
public abstract class ScenarioSimulation extends Simulation {
    private final LoadRun run;
    private final ProgressPrinter progress;

    /** Sets up the run of these settings; nothing is sent before Gatling starts it. */
    // Gatling wants the set-up in the constructor; a subclass has nothing that the set-up could see too early.
    @SuppressWarnings("this-escape")
    protected ScenarioSimulation(RunSettings settings, ProgressPrinter progress) {
        this.run = new LoadRun(settings);
        this.progress = progress;
        setUp(new ScenarioLoad(run, settings.originNanoTime()).populations());
    }

    /** The run, to stop it. */
    protected final LoadRun run() {
        return run;
    }

    @Override
    public void before() {
        run.begin(progress);
    }

    @Override
    public void after() {
        run.close();
    }
}
