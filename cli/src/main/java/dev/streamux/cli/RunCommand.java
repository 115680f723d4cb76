package dev.streamux.cli;

import dev.streamux.cli.progress.Terminal;
import dev.streamux.cli.rounds.Replayable;
import dev.streamux.cli.run.InterruptibleWork;
import dev.streamux.cli.run.NewRun;
import dev.streamux.cli.run.SelfTestOption;
import dev.streamux.cli.run.StampOption;
import dev.streamux.cli.scenario.ScenarioRun;
import dev.streamux.simulations.launch.RunLauncher;
import dev.streamux.simulations.scenario.read.Changes;
import dev.streamux.simulations.scenario.read.DurationText;
import dev.streamux.simulations.scenario.read.ScenarioReader;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.RunDirectory;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux run}: plays a scenario file. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Plays a scenario: load, phases, arms, faults and budgets from one file.",
            "Starts the mock and the embedded proxies that it needs; Gatling makes the load with our client.",
            "Progress goes to standard error; Ctrl-C keeps what was measured."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0 all budgets kept · 99 a budget broken · 3 the harness was too slow, or a budget undecided ·",
            "  4 target unreachable or run stopped · 2 a mistake in the scenario",
            "",
            "Ready-made scenarios are in simulations/scenarios. Example:",
            "  ./streamux run simulations/scenarios/early-stop.yaml"
        })
final class RunCommand implements Callable<Integer>, Replayable {
    /** Named and not referred to: nothing of Gatling is loaded in this process. */
    private static final String SIMULATION = "dev.streamux.cli.simulation.ScenarioFileSimulation";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SCENARIO", description = "The scenario file; docs/scenario.md tells its keys.")
    private Path scenario = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Run directory. Default: runs/NAME-TIME.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "In the place of the scenario's seed.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--measure",
            paramLabel = "DURATION",
            description = "In the place of the scenario's phases.measure, such as 60s for a short soak.")
    private Optional<String> measure = Optional.empty();

    @Option(
            names = "--mock-port",
            defaultValue = "0",
            paramLabel = "N",
            description = "Port of our own mock, for a proxy of yours (route NAME=URL) to lead to. Default: any.")
    private int mockPort;

    @Mixin
    private StampOption stamps = new StampOption();

    @Mixin
    private SelfTestOption selfTest = new SelfTestOption();

    @Override
    public Integer call() {
        Changes changes = changes(seed);
        String name = ScenarioReader.read(scenario, changes).name();
        RunDirectory directory = RunDirectory.create(out.orElseGet(() -> NewRun.directory(name)));
        ScenarioRun run = run(
                changes,
                directory,
                spec.commandLine().getParseResult().originalArgs(),
                new ScenarioRun.Surroundings(mockPort, true, System.out, stamps.kernelStamps()));
        return InterruptibleWork.call(() -> {
            selfTest.play(directory, System.err);
            return run.play();
        });
    }

    @Override
    public void replay(RunDirectory again, long otherSeed) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        run(
                        changes(Optional.of(otherSeed)),
                        again,
                        List.of("gate", "--rounds", "auto"),
                        new ScenarioRun.Surroundings(mockPort, false, nowhere, stamps.kernelStamps()))
                .play();
    }

    private ScenarioRun run(
            Changes changes, RunDirectory directory, List<String> command, ScenarioRun.Surroundings surroundings) {
        RunLauncher.Launch launch = new RunLauncher.Launch(
                SIMULATION, scenario, changes, Version.text(), command, Terminal.onStandardError());
        return new ScenarioRun(ScenarioReader.read(scenario, changes), directory, launch, surroundings);
    }

    private Changes changes(Optional<Long> otherSeed) {
        return new Changes(otherSeed, measure.map(RunCommand::length));
    }

    private static Duration length(String text) {
        return DurationText.parse(text)
                .filter(length -> !length.isZero())
                .orElseThrow(() -> new InvalidInputException(
                        "--measure is \"" + text + "\"; it must be " + DurationText.ALLOWED + ", more than 0"));
    }
}
