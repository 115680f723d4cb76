package dev.streamux.cli;

import dev.streamux.cli.progress.Terminal;
import dev.streamux.cli.rounds.Replayable;
import dev.streamux.cli.run.InterruptibleWork;
import dev.streamux.cli.run.NewRun;
import dev.streamux.cli.run.SelfTestOption;
import dev.streamux.cli.scenario.ScenarioRun;
import dev.streamux.simulations.launch.RunLauncher;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.read.ScenarioReader;
import dev.streamux.trace.RunDirectory;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
            "  0 all budgets kept · 99 a budget broken · 3 the load generator itself was too slow ·",
            "  4 target unreachable or run stopped · 2 a mistake in the scenario",
            "",
            "Ready-made scenarios are in simulations/scenarios. Example:",
            "  ./streamux run simulations/scenarios/early-stop.yaml"
        })
final class RunCommand implements Callable<Integer>, Replayable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SCENARIO", description = "The scenario file; docs/scenario.md tells its keys.")
    private Path scenario = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Run directory. Default: runs/NAME-TIME.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "In the place of the scenario's seed.")
    private Optional<Long> seed = Optional.empty();

    @Mixin
    private SelfTestOption selfTest = new SelfTestOption();

    @Override
    public Integer call() {
        Scenario read = ScenarioReader.read(scenario);
        Scenario resolved = seed.map(read::withSeed).orElse(read);
        RunDirectory directory = RunDirectory.create(out.orElseGet(() -> NewRun.directory(resolved.name())));
        ScenarioRun run =
                run(resolved, directory, spec.commandLine().getParseResult().originalArgs(), System.out);
        return InterruptibleWork.call(() -> {
            selfTest.play(directory, System.err);
            return run.play();
        });
    }

    @Override
    public void replay(RunDirectory again, long otherSeed) {
        Scenario resolved = ScenarioReader.read(scenario).withSeed(otherSeed);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        run(resolved, again, List.of("gate", "--rounds", "auto"), nowhere).play();
    }

    private ScenarioRun run(Scenario resolved, RunDirectory directory, List<String> command, PrintStream result) {
        RunLauncher.Launch launch =
                new RunLauncher.Launch(scenario, Version.text(), command, Terminal.onStandardError());
        return new ScenarioRun(resolved, directory, launch, result);
    }
}
