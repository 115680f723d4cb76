package dev.streamux.mockllm.knob;

import dev.streamux.trace.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that can be set for one request. Each has one word, from which its header, its metadata key and its key in
 * the configuration file follow; the short ones also have a part in the model's name.
 */
public enum Knob {
    /** Decides text, draws and ids. */
    SEED("seed", "seed", "whole number; default: from the run's seed and the prompt"),
    /** How many output tokens. */
    TOKENS("tokens", "len", "number of output tokens, 1 to 100000; default 200"),
    /** From the request's arrival to the first visible text. */
    TTFT("ttft-ms", "ttft", "delay from the request's arrival to the first visible text; default 100"),
    /** From one token to the next. */
    ITL("itl-ms", "itl", "delay from one token to the next; default 25"),
    /** A named set of the others. */
    PROFILE("profile", "", "named profile; sets the knobs that nothing else sets"),
    /** What goes wrong, and where. */
    FAULT("fault", "", "what goes wrong and where, such as \"reset; after=10\""),
    /** Share of gaps that stall. */
    STALL_SHARE("stall-share", "", "share of token gaps that stall, 0 to 1; default 0"),
    /** Length of such a stall. */
    STALL_MS("stall-ms", "", "delay that a stall adds; default 1000"),
    /** A recorded sequence of gaps. */
    REPLAY("replay", "", "recorded times to play: first token, then gaps, in ms, comma separated"),
    /** Cost of reading the prompt. */
    PREFILL_US("prefill-us-per-token", "prefill", "added to the first token for each uncached prompt token, in us"),
    /** Share of the prompt that is cached. */
    CACHE_HIT_SHARE("cache-hit-share", "", "share of the prompt that costs no prefill, 0 to 1; default 0"),
    /** When the response headers leave. */
    HEADERS_MS("headers-ms", "", "time from arrival to the response headers; default 0"),
    /** When the events before the first token leave. */
    PREAMBLE_MS("preamble-ms", "", "time from arrival to the events that carry no text yet; default 0"),
    /** Tokens that are thought before the answer. */
    REASONING_TOKENS("reasoning-tokens", "think", "tokens of reasoning, spread before the first text; default 0"),
    /** What to do when late. */
    CATCH_UP("catch-up", "", "burst, shift or skip: what a late stream does with its schedule; default burst"),
    /** Tokens in one event. */
    TOKENS_PER_EVENT("tokens-per-event", "tpe", "tokens in a delta, or a pattern such as 1,4,2; default 1"),
    /** Events in one write. */
    EVENTS_PER_WRITE("events-per-write", "epw", "deltas that leave in one write; default 1"),
    /** Size of the pieces of a write. */
    FRAGMENT_BYTES("fragment-bytes", "frag", "cuts every write into pieces of this many bytes; default off"),
    /** Line ends of the event stream. */
    EOL("eol", "", "lf, crlf or cr; default lf"),
    /** Comments to keep a silent stream alive. */
    KEEPALIVE_EVERY("keepalive-every", "ka", "a comment before every Nth event (20), or after a silence (15s)"),
    /** Fills events with a comment. */
    PADDING_BYTES("padding-bytes", "pad", "a comment of so many bytes before every event; default 0"),
    /** Ground truth in the stream. */
    MARK("mark", "", "on or off: id, index and emission time in every event; default off"),
    /** The vendor's padding field. */
    OBFUSCATION("obfuscation", "", "on or off: the vendor's padding field; default as the request asks"),
    /** A header that proxies obey. */
    ACCEL_BUFFERING("accel-buffering", "", "no: send X-Accel-Buffering: no; default absent"),
    /** Answers at a time. */
    MAX_RUNNING("max-running", "", "the answer waits until fewer than this many run; default: it never waits"),
    /** The batch's step. */
    STEP_MS("step-ms", "", "length of a batch step: every running answer gets a token at its end; default off"),
    /** How load slows answers. */
    LOAD_FACTOR("load-factor", "", "share that each further running answer adds to the gap, 0 to 100; default 0"),
    /** What the answer is made of. */
    CONTENT("content", "", "kind of text, such as prose, markdown or echo; default mixed");

    private final String word;
    private final String modelPart;
    private final String description;

    Knob(String word, String modelPart, String description) {
        this.word = word;
        this.modelPart = modelPart;
        this.description = description;
    }

    /** The word in metadata (after {@code streamux.}) and in the configuration file. */
    public String word() {
        return word;
    }

    /** The letters before the value in the model's name; empty if it cannot be set there. */
    public String modelPart() {
        return modelPart;
    }

    /** What it sets, its values and its default, in one line. */
    public String description() {
        return description;
    }

    /** The request header, such as {@code X-Streamux-Ttft-Ms}. */
    public String header() {
        return Arrays.stream(word.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining("-", "X-Streamux-", ""));
    }

    /** The key in the body's metadata, such as {@code streamux.ttft-ms}. */
    public String metadataKey() {
        return "streamux." + word;
    }

    /** The knob with this word, in any case. */
    public static Optional<Knob> ofWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(knob -> knob.word.equals(lower)).findFirst();
    }

    /**
     * The knob with this word, for what a user typed.
     *
     * @throws InvalidInputException if none has it
     */
    public static Knob required(String word) {
        return ofWord(word)
                .orElseThrow(
                        () -> new InvalidInputException("there is no knob \"" + word + "\"; known are " + words()));
    }

    /** Every word, comma separated, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Knob::word).collect(Collectors.joining(", "));
    }
}
