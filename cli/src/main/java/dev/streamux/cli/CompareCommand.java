package dev.streamux.cli;

import dev.streamux.cli.compare.CompareArm;
import dev.streamux.cli.compare.CompareArms;
import dev.streamux.cli.compare.CompareRun;
import dev.streamux.cli.compare.CompareSettings;
import dev.streamux.cli.diagnosis.RouteCheckup;
import dev.streamux.cli.progress.Terminal;
import dev.streamux.cli.rounds.Replayable;
import dev.streamux.cli.run.FinishedRun;
import dev.streamux.cli.run.InterruptibleWork;
import dev.streamux.cli.run.NewRun;
import dev.streamux.cli.run.SelfTestOption;
import dev.streamux.cli.run.StampOption;
import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./streamux compare}: the ready-made experiment. */
@Command(
        name = "compare",
        description = {
            "Plays the same answers buffered and streamed over several routes, and shows what a reader sees.",
            "Starts the mock and the embedded proxy itself; takes about a minute."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Arms: direct, buffered-json, proxy-pass, proxy-size-4k, proxy-size-16k, proxy-flush-1s, proxy-full;",
            "nginx-default, haproxy-default and lighttpd-default where those are installed.",
            "",
            "Example: what do the first words cost behind a 16 KiB buffer?",
            "  ./streamux compare --arms direct,proxy-size-16k --requests 10",
            "Example: is my own proxy at port 8080, which leads to port 9000, as good as none?",
            "  ./streamux compare --arms direct --route mine=http://127.0.0.1:8080 --mock-port 9000"
        })
final class CompareCommand implements Callable<Integer>, Replayable {
    @Option(
            names = "--arms",
            split = ",",
            paramLabel = "NAME",
            description = "Arms to run, the first is the baseline. Default: all that need nothing installed, and the"
                    + " real proxies that are there.")
    private @Nullable List<String> arms;

    @Option(
            names = "--route",
            paramLabel = "ROUTE",
            description =
                    "A streamed arm more: proxy/POLICY, PRODUCT/CONFIGURATION (see atlas --list), or NAME=URL for a"
                            + " proxy of yours that leads to --mock-port; may be repeated.")
    private List<String> routes = List.of();

    @Option(
            names = "--requests",
            defaultValue = "" + CompareSettings.DEFAULT_REQUESTS,
            description = "Answers per arm; 29 and more carry a p90. Default: ${DEFAULT-VALUE}.")
    private int requests;

    @Option(names = "--tokens", defaultValue = "200", description = "Tokens of an answer. Default: ${DEFAULT-VALUE}.")
    private int tokens;

    @Option(names = "--rate", defaultValue = "40", description = "Tokens per second. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--ttft-ms",
            defaultValue = "100",
            description = "From request to first text, in ms. Default: ${DEFAULT-VALUE}.")
    private long ttftMillis;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the answers. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--mock-port",
            defaultValue = "0",
            description = "Port of the mock; 0 lets the system choose. Default: ${DEFAULT-VALUE}.")
    private int mockPort;

    @Option(
            names = "--no-diagnosis",
            description = "Leaves out the ten seconds or so in which the routes are examined after the run.")
    private boolean noDiagnosis;

    @Option(names = "--out", paramLabel = "DIR", description = "Run directory. Default: a new one under runs/.")
    private @Nullable Path out;

    @Mixin
    private StampOption stamps = new StampOption();

    @Mixin
    private SelfTestOption selfTest = new SelfTestOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean kernel = stamps.kernelStamps();
        CompareSettings settings = settings(out == null ? NewRun.directory("compare") : out, seed);
        return InterruptibleWork.call(() -> play(settings, kernel));
    }

    private List<CompareArm> chosen() {
        List<CompareArm> chosen = new ArrayList<>(arms == null ? CompareArms.available() : CompareArms.named(arms));
        chosen.addAll(CompareArms.over(routes));
        return chosen;
    }

    private int play(CompareSettings settings, boolean kernel) {
        RunDirectory directory = RunDirectory.create(settings.out());
        selfTest.play(directory, System.err);
        boolean played = run(settings, spec.commandLine().getParseResult().originalArgs())
                .play(ClientConfig.defaults().withKernelStamps(kernel));
        if (played && !noDiagnosis) {
            new RouteCheckup(directory, seed, System.err).write(settings.routes(), mockPort);
        }
        return FinishedRun.summarise(directory, System.out);
    }

    @Override
    public void replay(RunDirectory again, long otherSeed) {
        run(settings(again.path(), otherSeed), List.of("gate", "--rounds", "auto"))
                .play(ClientConfig.defaults().withKernelStamps(stamps.kernelStamps()));
    }

    private CompareRun run(CompareSettings settings, List<String> command) {
        RunManifest manifest = NewRun.manifest(command, settings.seed(), settings.scenario(), settings.armNames());
        return new CompareRun(settings, manifest, System.err, Terminal.onStandardError());
    }

    private CompareSettings settings(Path folder, long seedOfRun) {
        return new CompareSettings(
                chosen(), requests, tokens, rate, Duration.ofMillis(ttftMillis), seedOfRun, mockPort, folder);
    }
}
