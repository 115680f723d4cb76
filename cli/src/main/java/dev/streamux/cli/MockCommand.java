package dev.streamux.cli;

import dev.streamux.cli.mock.MockAnswerOptions;
import dev.streamux.cli.mock.MockLoadOptions;
import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.mockllm.Tls;
import dev.streamux.mockllm.config.ConfigFile;
import dev.streamux.mockllm.config.Recording;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.mockllm.knob.KnobSheet;
import dev.streamux.trace.NanoClock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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

    @Option(names = "--host", description = "address to listen on (default: 127.0.0.1)")
    private Optional<String> host = Optional.empty();

    @Option(names = "--port", paramLabel = "N", description = "port; 0 lets the system choose (default: 0)")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--ttft",
            paramLabel = "DELAY",
            description = "time to the first text: 200, 80:110:180, log-normal(200,0.4)")
    private Optional<String> ttft = Optional.empty();

    @Option(names = "--itl", paramLabel = "DELAY", description = "time from token to token, in the same forms")
    private Optional<String> itl = Optional.empty();

    @Option(names = "--tokens", paramLabel = "N", description = "tokens of an answer (default: 200)")
    private Optional<String> tokens = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "steady, fast-chat, large-chat, frontier, reasoning or overloaded")
    private Optional<String> profile = Optional.empty();

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = "what goes wrong in every answer: \"reset; after=10\"")
    private Optional<String> fault = Optional.empty();

    @Mixin
    private MockAnswerOptions answers = new MockAnswerOptions();

    @Mixin
    private MockLoadOptions load = new MockLoadOptions();

    @Option(names = "--knob", paramLabel = "NAME=VALUE", description = "any other knob; may be given several times")
    private Map<String, String> knobs = new LinkedHashMap<>();

    @Option(
            names = "--replay",
            paramLabel = "TRACE",
            description = "play the times of a trace's first complete response")
    private Optional<Path> replay = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "what requests without a seed draw from (default: 1)")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--emissions", paramLabel = "FILE", description = "append what was sent, and when, to this file")
    private Optional<Path> emissions = Optional.empty();

    @Option(
            names = "--clock-origin",
            paramLabel = "NANOS",
            description = "System.nanoTime of the run's start (default: now)")
    private Optional<Long> clockOrigin = Optional.empty();

    @Option(
            names = "--tls",
            paramLabel = "self-signed|CERT,KEY",
            description = "speak TLS (HTTP/2 by ALPN): a certificate made now, or two PEM files")
    private Optional<String> tls = Optional.empty();

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
        MockConfig config = file.map(ConfigFile::read).orElseGet(MockConfig::defaults);
        config = config.withHost(host.orElse(config.host()))
                .withPort(port.orElse(config.port()))
                .withRunSeed(seed.orElse(config.runSeed()))
                .withAnswers(answers.content().orElse(config.answers()));
        config = withKnob(config, Knob.TTFT, ttft);
        config = withKnob(config, Knob.ITL, itl);
        config = withKnob(config, Knob.TOKENS, tokens);
        config = withKnob(config, Knob.PROFILE, profile);
        config = withKnob(config, Knob.FAULT, fault);
        config = withKnob(config, Knob.REPLAY, replay.map(Recording::replayOf));
        config = withKnob(config, Knob.MAX_RUNNING, load.maxRunning());
        config = withKnob(config, Knob.STEP_MS, load.step());
        config = withKnob(config, Knob.LOAD_FACTOR, load.factor());
        for (Map.Entry<String, String> entry : knobs.entrySet()) {
            config = config.withKnob(Knob.required(entry.getKey()), entry.getValue());
        }
        config = config.withTls(tls.map(Tls::parse).orElse(config.tls()));
        return emissions.isPresent() ? config.withEmissionsFile(emissions.get()) : config;
    }

    private static MockConfig withKnob(MockConfig config, Knob knob, Optional<String> value) {
        return value.isPresent() ? config.withKnob(knob, value.get()) : config;
    }
}
