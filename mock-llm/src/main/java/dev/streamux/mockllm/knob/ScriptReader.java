package dev.streamux.mockllm.knob;

import dev.streamux.mockllm.fault.FaultText;
import dev.streamux.mockllm.load.Batch;
import dev.streamux.mockllm.load.Load;
import dev.streamux.mockllm.pacing.CatchUp;
import dev.streamux.mockllm.pacing.Delay;
import dev.streamux.mockllm.pacing.DelayText;
import dev.streamux.protocol.sse.LineEnding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** Turns knobs into a {@link Script}: checks every value and fills in profile and defaults. */
public final class ScriptReader {
    /** The mission's example: first token after about 100 ms, 40 tokens a second, 200 tokens. */
    static final String DEFAULT_TTFT = "100";

    static final String DEFAULT_ITL = "25";
    static final int DEFAULT_TOKENS = 200;
    public static final int MOST_TOKENS = 100_000;
    private static final int MOST_RUNNING = 1_000_000;
    private static final int MOST_FACTOR = 100;
    private static final long LEAST_STEP_NANOS = 100_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final String OFF = "none";

    private final Knobs knobs;

    private ScriptReader(Knobs knobs) {
        this.knobs = knobs;
    }

    /**
     * The script that these knobs make.
     *
     * @throws KnobException if a value is not allowed; the message names value, place and what is allowed
     */
    public static Script read(Knobs knobs) throws KnobException {
        Optional<Knobs.Setting> profile = knobs.get(Knob.PROFILE);
        if (profile.isEmpty()) {
            return new ScriptReader(knobs).script();
        }
        Profile named = Profile.ofWord(profile.get().text())
                .orElseThrow(
                        () -> new KnobException("profile is \"" + profile.get().text() + "\" ("
                                + profile.get().place() + "); it must be one of " + Profile.words()));
        return new ScriptReader(knobs.orElse(named.knobs())).script();
    }

    private Script script() throws KnobException {
        OptionalInt tokens = optionalInt(Knob.TOKENS, 1, MOST_TOKENS);
        return new Script(
                seed(),
                tokens.orElse(DEFAULT_TOKENS),
                optionalInt(Knob.REASONING_TOKENS, 0, MOST_TOKENS).orElse(0),
                timing(),
                load(),
                granularity(),
                value(Knob.FAULT, OFF, FaultText::parse),
                onOff(Knob.MARK).orElse(false),
                onOff(Knob.OBFUSCATION),
                knobs.get(Knob.ACCEL_BUFFERING).isPresent()
                        && value(Knob.ACCEL_BUFFERING, "no", text -> oneOf(text, "no", "yes"))
                                .equals("no"),
                knobs.get(Knob.CONTENT).map(Knobs.Setting::text),
                tokens);
    }

    private OptionalLong seed() throws KnobException {
        return knobs.get(Knob.SEED).isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(value(Knob.SEED, "0", ScriptReader::wholeLong));
    }

    private Timing timing() throws KnobException {
        long step = value(Knob.STEP_MS, "0", ScriptReader::step);
        Delay gap = step > 0 ? new Delay.Constant(step) : value(Knob.ITL, DEFAULT_ITL, DelayText::parse);
        double stallShare = value(Knob.STALL_SHARE, "0", ScriptReader::share);
        if (stallShare > 0) {
            gap = new Delay.Stalling(gap, stallShare, value(Knob.STALL_MS, "1000", DelayText::parse));
        }
        long headers = value(Knob.HEADERS_MS, "0", DelayText::time);
        return new Timing(
                value(Knob.TTFT, DEFAULT_TTFT, DelayText::parse),
                gap,
                value(Knob.REPLAY, OFF, ScriptReader::times),
                value(Knob.PREFILL_US, "0", text -> DelayText.time(text.endsWith("s") ? text : text + "us")),
                value(Knob.CACHE_HIT_SHARE, "0", ScriptReader::share),
                headers,
                Math.max(headers, value(Knob.PREAMBLE_MS, "0", DelayText::time)),
                value(Knob.CATCH_UP, "burst", text -> constant(CatchUp.class, text)));
    }

    private Load load() throws KnobException {
        return new Load(
                optionalInt(Knob.MAX_RUNNING, 1, MOST_RUNNING).orElse(Batch.UNLIMITED),
                value(Knob.STEP_MS, "0", ScriptReader::step),
                value(Knob.LOAD_FACTOR, "0", ScriptReader::factor));
    }

    private Granularity granularity() throws KnobException {
        String keepAlive =
                knobs.get(Knob.KEEPALIVE_EVERY).map(Knobs.Setting::text).orElse(OFF);
        boolean bySilence = keepAlive.trim().endsWith("s");
        return new Granularity(
                value(Knob.TOKENS_PER_EVENT, "1", ScriptReader::pattern),
                optionalInt(Knob.EVENTS_PER_WRITE, 1, MOST_TOKENS).orElse(1),
                optionalInt(Knob.FRAGMENT_BYTES, 0, MOST_BYTES).orElse(0),
                value(Knob.EOL, "lf", text -> constant(LineEnding.class, text)),
                bySilence || keepAlive.equals(OFF)
                        ? 0
                        : optionalInt(Knob.KEEPALIVE_EVERY, 0, MOST_TOKENS).orElse(0),
                bySilence
                        ? OptionalLong.of(value(Knob.KEEPALIVE_EVERY, OFF, ScriptReader::silence))
                        : OptionalLong.empty(),
                optionalInt(Knob.PADDING_BYTES, 0, MOST_BYTES).orElse(0));
    }

    private OptionalInt optionalInt(Knob knob, int least, int most) throws KnobException {
        if (knobs.get(knob).isEmpty()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(value(knob, "", text -> {
            long number = wholeLong(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("it must be from " + least + " to " + most);
            }
            return (int) number;
        }));
    }

    private Optional<Boolean> onOff(Knob knob) throws KnobException {
        return knobs.get(knob).isEmpty()
                ? Optional.empty()
                : Optional.of(value(knob, "", text -> oneOf(text, "on", "off").equals("on")));
    }

    private <T> T value(Knob knob, String fallback, Function<String, T> parser) throws KnobException {
        Optional<Knobs.Setting> setting = knobs.get(knob);
        try {
            return parser.apply(setting.map(Knobs.Setting::text).orElse(fallback));
        } catch (IllegalArgumentException e) {
            Knobs.Setting given = setting.orElse(new Knobs.Setting(fallback, "default"));
            throw new KnobException(
                    knob.word() + " is \"" + given.text() + "\" (" + given.place() + "): " + e.getMessage());
        }
    }

    private static long wholeLong(String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it must be a whole number", e);
        }
    }

    private static double share(String text) {
        double share = Double.parseDouble(text.trim());
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("it must be a share from 0 to 1");
        }
        return share;
    }

    private static double factor(String text) {
        double factor = Double.parseDouble(text.trim());
        if (!(factor >= 0 && factor <= MOST_FACTOR)) {
            throw new IllegalArgumentException("it must be from 0 to " + MOST_FACTOR);
        }
        return factor;
    }

    private static long step(String text) {
        long nanos = DelayText.time(text);
        if (nanos != 0 && nanos < LEAST_STEP_NANOS) {
            throw new IllegalArgumentException("a step must be 0 for none, or at least 100us");
        }
        return nanos;
    }

    private static long silence(String text) {
        long nanos = DelayText.time(text);
        if (nanos < 1_000_000) {
            throw new IllegalArgumentException("a keep-alive must be at least 1ms apart");
        }
        return nanos;
    }

    private static List<Long> times(String text) {
        return text.equals(OFF)
                ? List.of()
                : Arrays.stream(text.split(",")).map(DelayText::time).toList();
    }

    private static List<Integer> pattern(String text) {
        List<Integer> counts = Arrays.stream(text.split(","))
                .map(part -> (int) wholeLong(part))
                .toList();
        if (counts.stream().anyMatch(count -> count < 1 || count > MOST_TOKENS)) {
            throw new IllegalArgumentException("each number must be from 1 to " + MOST_TOKENS);
        }
        return counts;
    }

    private static String oneOf(String text, String first, String second) {
        String lower = text.trim().toLowerCase(Locale.ROOT);
        if (!lower.equals(first) && !lower.equals(second)) {
            throw new IllegalArgumentException("it must be " + first + " or " + second);
        }
        return lower;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text.trim())) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "it must be one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
    }
}
