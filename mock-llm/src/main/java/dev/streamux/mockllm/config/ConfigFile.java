package dev.streamux.mockllm.config;

import dev.streamux.mockllm.Bounds;
import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.Tls;
import dev.streamux.mockllm.check.Limits;
import dev.streamux.mockllm.content.Content;
import dev.streamux.mockllm.content.ContentFile;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.mockllm.knob.KnobException;
import dev.streamux.mockllm.knob.Knobs;
import dev.streamux.mockllm.knob.ScriptReader;
import dev.streamux.mockllm.pacing.DelayText;
import dev.streamux.mockllm.pacing.Quantum;
import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a mock's configuration file.
 *
 * <pre>
 * host: 127.0.0.1        port: 8089        seed: 1        emissions: emissions.jsonl        tls: self-signed
 * answers: rules.json (or text: "Always this.")
 * loops: 1               loop-tokens: 200000                quantum: auto     warm-up: true
 * lateness-limit: 20ms   loop-delay-limit: 50ms             gc-share-limit: 0.05
 * knobs:   { ttft-ms: 200, fault: "reset; after=10" }
 * bounds:  { connections: 18000, body-bytes: 8388608, header-bytes: 65536, request-time: 30s, idle-time: 300s,
 *            answer-time: 3600s, pending-bytes: 65536, pipelined: 16,
 *            running-tokens: 1000000, all-bodies-bytes: 100000000 }
 * </pre>
 *
 * <p>Every key may be left out. All mistakes are told at once, each with its line and the nearest known key.
 */
public final class ConfigFile {
    private static final List<String> KEYS = List.of(
            "host",
            "port",
            "seed",
            "emissions",
            "answers",
            "text",
            "tls",
            "loops",
            "loop-tokens",
            "quantum",
            "lateness-limit",
            "loop-delay-limit",
            "gc-share-limit",
            "warm-up",
            "knobs",
            "bounds");
    private static final List<String> BOUNDS = List.of(
            "connections",
            "header-bytes",
            "body-bytes",
            "request-time",
            "idle-time",
            "answer-time",
            "pending-bytes",
            "pipelined",
            "running-tokens",
            "all-bodies-bytes");

    private final Entries top;

    private ConfigFile(Entries top) {
        this.top = top;
    }

    /**
     * The configuration in this file, with defaults for what it leaves out.
     *
     * @throws InvalidInputException if it cannot be read or anything in it is wrong
     */
    public static MockConfig read(Path file) {
        Problems problems = new Problems(file);
        Entries top = Entries.of(file, problems);
        top.allow(KEYS);
        MockConfig config = new ConfigFile(top).config();
        problems.throwIfAny();
        return config;
    }

    private MockConfig config() {
        MockConfig base = MockConfig.defaults();
        MockConfig config = base.withHost(top.text("host").orElse(base.host()))
                .withPort((int) top.whole("port", 0, 65_535).orElse(base.port()))
                .withRunSeed(top.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(base.runSeed()))
                .withEngine(engine(base.engine()))
                .withBounds(bounds(base.bounds()))
                .withTls(top.value("tls", Tls::parse).orElse(base.tls()))
                .withAnswers(answers().orElse(base.answers()))
                .withKnobs(knobs());
        Optional<Path> emissions = top.value("emissions", Path::of);
        return emissions.isPresent() ? config.withEmissionsFile(emissions.get()) : config;
    }

    private Optional<Content> answers() {
        Optional<Content> file = top.value("answers", text -> ContentFile.read(Path.of(text)));
        Optional<Content> fixed = top.value("text", text -> {
            if (top.text("answers").isPresent()) {
                throw new IllegalArgumentException("answers are given too; leave one of them out");
            }
            return new Content.Fixed(text);
        });
        return file.or(() -> fixed);
    }

    private MockConfig.Engine engine(MockConfig.Engine base) {
        return new MockConfig.Engine(
                (int) top.whole("loops", 1, 256).orElse(base.loops()),
                (int) top.whole("loop-tokens", 1, 10_000_000).orElse(base.loopTokens()),
                top.value("quantum", ConfigFile::quantum).orElse(base.quantum()),
                limits(base.limits()),
                top.value("warm-up", ConfigFile::bool).orElse(base.warmUp()));
    }

    private Limits limits(Limits base) {
        return new Limits(
                top.value("lateness-limit", ConfigFile::millis).orElse(base.latenessMillis()),
                top.value("loop-delay-limit", ConfigFile::millis).orElse(base.loopDelayMillis()),
                top.value("gc-share-limit", ConfigFile::share).orElse(base.gcShare()));
    }

    private static double millis(String text) {
        return Math.max(1, DelayText.time(text)) / 1e6;
    }

    private static double share(String text) {
        double share = Double.parseDouble(text);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("it must be a share above 0, at most 1");
        }
        return share;
    }

    private static Quantum quantum(String text) {
        return text.equals("auto") ? Quantum.AUTOMATIC : new Quantum(OptionalLong.of(DelayText.time(text)), 0);
    }

    private static boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("it must be true or false");
        }
        return text.equals("true");
    }

    private Bounds bounds(Bounds base) {
        Entries entries = top.section("bounds");
        entries.allow(BOUNDS);
        return new Bounds(
                (int) entries.whole("connections", 1, 1_000_000).orElse(base.connections()),
                (int) entries.whole("header-bytes", 256, 1 << 24).orElse(base.headerBytes()),
                (int) entries.whole("body-bytes", 256, 1 << 30).orElse(base.bodyBytes()),
                duration(entries, "request-time", base.requestTime()),
                duration(entries, "idle-time", base.idleTime()),
                duration(entries, "answer-time", base.answerTime()),
                (int) entries.whole("pending-bytes", 1_024, 1 << 30).orElse(base.pendingBytes()),
                (int) entries.whole("pipelined", 1, 10_000).orElse(base.pipelined()),
                new Bounds.Memory(
                        entries.whole("running-tokens", 1, Long.MAX_VALUE)
                                .orElse(base.memory().runningTokens()),
                        entries.whole("all-bodies-bytes", 1, Long.MAX_VALUE)
                                .orElse(base.memory().allBodiesBytes())));
    }

    private static Duration duration(Entries entries, String key, Duration base) {
        return entries.value(key, text -> Duration.ofNanos(Math.max(1, DelayText.time(text))))
                .orElse(base);
    }

    private Knobs knobs() {
        Entries entries = top.section("knobs");
        entries.allow(Arrays.stream(Knob.values()).map(Knob::word).toList());
        Knobs knobs = Knobs.NONE;
        for (Knob knob : Knob.values()) {
            Optional<String> text = entries.value(knob.word(), value -> checked(knob, value));
            if (text.isPresent()) {
                knobs = knobs.with(knob, text.get(), "configuration file");
            }
        }
        return knobs;
    }

    private static String checked(Knob knob, String value) {
        try {
            ScriptReader.read(Knobs.NONE.with(knob, value, "configuration file"));
            return value;
        } catch (KnobException e) {
            throw new IllegalArgumentException(e.problem(), e);
        }
    }
}
