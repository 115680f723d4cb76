package dev.streamux.cli;

import dev.streamux.cli.mock.MockAnswerOptions;
import dev.streamux.cli.mock.MockLoadOptions;
import dev.streamux.cli.mock.MockPaceOptions;
import dev.streamux.cli.mock.MockPortOptions;
import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.mockllm.config.ConfigFile;
import dev.streamux.mockllm.knob.KnobSheet;
import dev.streamux.trace.NanoClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves answers of a mock LLM until it is stopped. */
@Command(
        name = "mock",
        description = "An LLM that keeps exact time and misbehaves on purpose.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example: streamux mock --port 8089 --ttft 200 --itl 25 --tokens 300",
            "A request can set each knob by itself: in a header, in the body's metadata or in the model's name.",
            "streamux mock --list shows knobs, faults and profiles; more in docs/mock.md."
        })
final class MockCommand implements Callable<Integer> {
    @Option(names = "--config", paramLabel = "FILE", description = "YAML file; options win over it")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private MockPortOptions place = new MockPortOptions();

    @Mixin
    private MockPaceOptions pace = new MockPaceOptions();

    @Mixin
    private MockAnswerOptions answers = new MockAnswerOptions();

    @Mixin
    private MockLoadOptions load = new MockLoadOptions();

    @Option(names = "--emissions", paramLabel = "FILE", description = "write what was sent, and when, to this file")
    private Optional<Path> emissions = Optional.empty();

    @Option(
            names = "--clock-origin",
            paramLabel = "NANOS",
            description = "System.nanoTime of the run's start (default: now)")
    private Optional<Long> clockOrigin = Optional.empty();

    @Option(names = "--list", description = "print every knob, fault and profile, and end")
    private boolean list;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (list) {
            spec.commandLine().getOut().print(KnobSheet.text());
            spec.commandLine().getOut().flush();
            return ExitCodes.PASS;
        }
        NanoClock clock = clockOrigin.map(NanoClock::since).orElseGet(NanoClock::startingNow);
        try (MockServer server = MockServer.start(config(), clock)) {
            PrintWriter out = spec.commandLine().getOut();
            server.stats()
                    .notices()
                    .forEach(notice -> spec.commandLine().getErr().println(notice));
            out.println("listening on " + server.baseUrl());
            out.flush();
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                stopped.countDown();
            }));
            stopped.await();
        }
        return ExitCodes.PASS;
    }

    private MockConfig config() {
        MockConfig base = file.map(ConfigFile::read).orElseGet(MockConfig::defaults);
        MockConfig config = load.applyTo(pace.applyTo(answers.applyTo(place.applyTo(base))));
        return emissions.map(config::withEmissionsFile).orElse(config);
    }
}
