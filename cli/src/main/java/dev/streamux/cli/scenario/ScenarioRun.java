package dev.streamux.cli.scenario;

import dev.streamux.cli.ExitCodes;
import dev.streamux.cli.diagnosis.RouteCheckup;
import dev.streamux.cli.diagnosis.RouteUse;
import dev.streamux.cli.run.FinishedRun;
import dev.streamux.cli.run.NewRun;
import dev.streamux.simulations.client.transport.kernel.KernelOpener;
import dev.streamux.simulations.experiment.Experiment;
import dev.streamux.simulations.launch.RunLauncher;
import dev.streamux.simulations.run.RunSettings;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.Stamps;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.io.PrintStream;
import java.util.List;

/** One scenario played from start to end: servers, load, experiment, exit code. */
public final class ScenarioRun {

    private final Scenario scenario;
    private final RunDirectory directory;
    private final RunLauncher.Launch launch;
    private final Surroundings surroundings;
    private final PrintStream out;

    /**
     * What surrounds a run.
     *
     * @param mockPort of our mock, if the scenario asks it; 0 lets the system choose
     * @param examine whether the routes are examined once the load is over
     * @param out where the result goes
     * @param kernelStamps whether to date reads by the kernel
     */
    public record Surroundings(int mockPort, boolean examine, PrintStream out, boolean kernelStamps) {}

    /** A run that has not begun. */
    public ScenarioRun(
            Scenario scenario, RunDirectory directory, RunLauncher.Launch launch, Surroundings surroundings) {
        this.scenario = scenario;
        this.directory = directory;
        this.launch = launch;
        this.surroundings = surroundings;
        this.out = surroundings.out();
    }

    /**
     * Plays it. An interrupt of this thread ends it early with what was measured.
     *
     * @return the exit code
     */
    public int play() {
        requireKey();
        if (scenario.stamps() == Stamps.KERNEL) {
            KernelOpener.requireAvailable();
        }
        NewRun.clear(directory);
        long origin = System.nanoTime();
        boolean complete;
        try (RunTargets targets =
                RunTargets.start(scenario, NanoClock.since(origin), directory, surroundings.mockPort())) {
            RunSettings settings =
                    new RunSettings(scenario, directory, origin, targets.addresses(), surroundings.kernelStamps());
            complete = new RunLauncher(settings, launch).run();
            RunManifest played = RunManifest.read(directory.manifest());
            played.withSelfCheck(played.selfCheck().and(targets.mockSelfCheck()))
                    .write(directory.manifest());
        }
        if (complete && surroundings.examine()) {
            new RouteCheckup(directory, scenario.seed(), System.err).write(examinable(), surroundings.mockPort());
        }
        Experiment experiment = Experiment.of(scenario, directory, new BoundedBudgets());
        experiment.write(directory);
        if (experiment.responses() > 0) {
            FinishedRun.summarise(directory, out);
        }
        SelfCheck check = RunManifest.read(directory.manifest()).selfCheck();
        show(experiment, check, complete);
        return code(experiment, check, complete);
    }

    /** The routes on the way to our own mock; another origin cannot be replaced by a probe's. */
    private List<RouteUse> examinable() {
        return RouteUse.of(
                scenario.arms().stream()
                        .filter(arm -> arm.url().isEmpty() && scenario.target().isOwnMock())
                        .toList(),
                Arm::route,
                Arm::name);
    }

    /** A key that is not there would show as a target that refuses everything. */
    private void requireKey() {
        scenario.target()
                .keyVariable()
                .filter(name -> System.getenv(name) == null)
                .ifPresent(name -> {
                    throw new InvalidInputException("target.key-env names the environment variable " + name
                            + ", which is not set; export it before the run");
                });
    }

    private void show(Experiment experiment, SelfCheck check, boolean complete) {
        out.println("Run: " + directory.path());
        out.println("Gatling's report: " + directory.gatling().resolve("index.html"));
        experiment.tables().forEach(table -> {
            out.println();
            out.print(table.text());
        });
        out.println();
        if (!scenario.question().isEmpty()) {
            out.println(scenario.question());
        }
        if (!check.valid()) {
            out.println("  This run cannot answer that, for the reasons above. What it saw:");
        }
        experiment.answer().forEach(sentence -> out.println("  " + sentence));
        if (!complete) {
            out.println("The run was stopped before its end.");
        }
        if (experiment.targetUnreachable()) {
            out.println("No request reached the target; look at its address and whether it runs.");
        }
    }

    private static int code(Experiment experiment, SelfCheck check, boolean complete) {
        if (!complete || experiment.targetUnreachable() || experiment.responses() == 0) {
            return ExitCodes.UNREACHABLE;
        }
        if (!check.valid()) {
            return ExitCodes.INCONCLUSIVE;
        }
        if (experiment.budgetBroken()) {
            return ExitCodes.GATE_FAILED;
        }
        return experiment.budgetUndecided() ? ExitCodes.INCONCLUSIVE : ExitCodes.PASS;
    }
}
