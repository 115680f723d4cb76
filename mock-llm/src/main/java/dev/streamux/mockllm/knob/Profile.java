package dev.streamux.mockllm.knob;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Named sets of knobs for kinds of models. Each tells where its numbers come from.
 *
 * <p>First token and gap are by percentiles or log-normal, because measured ones have a long tail to the right.
 */
public enum Profile {
    /** Everything constant. */
    STEADY("steady", "100", "25", "", "the project's own example: 40 tokens a second"),
    /** A small model on one accelerator. */
    FAST_CHAT(
            "fast-chat",
            "80:110:180",
            "12:15:30",
            "",
            "llm-d's table for 8B on one H100: first token 60 to 120 ms, gap 10 to 15 ms"),
    /** A 70B model on eight accelerators. */
    LARGE_CHAT(
            "large-chat",
            "190:250:450",
            "22:28:60",
            "",
            "llm-d's table for 70B on eight accelerators: 150 to 250 ms, 18 to 28 ms"),
    /** A hosted model of the largest kind. */
    FRONTIER(
            "frontier",
            "700:1400:2500",
            "30:45:120",
            "",
            "llm-d's table for 405B: 0.6 to 1.4 s; the gap is our choice, hosted models are faster than its 60 to 100 ms"),
    /** Thinks for seconds in silence or in reasoning deltas, then writes fast. */
    REASONING(
            "reasoning",
            "6000:12000:20000",
            "18:28:70",
            "reasoning-tokens=300",
            "our choice: thinking for seconds, then the pace of large-chat"),
    /** A server beyond its knee: long queue, uneven gaps, now and then a stall, worse with every answer. */
    OVERLOADED(
            "overloaded",
            "2500:6000:12000",
            "60:140:400",
            "stall-share=0.01 stall-ms=800:1500:3000 max-running=16 load-factor=0.02",
            "our choice: what a server beyond its knee looks like; your own load makes it worse");

    private final String word;
    private final String ttft;
    private final String itl;
    private final String more;
    private final String origin;

    /** With further knobs as {@code word=value} pairs, blank between them. */
    Profile(String word, String ttft, String itl, String more, String origin) {
        this.word = word;
        this.ttft = ttft;
        this.itl = itl;
        this.more = more;
        this.origin = origin;
    }

    /** Its word. */
    public String word() {
        return word;
    }

    /** Where its numbers come from, in one line. Percentiles beyond what the source gives are our choice. */
    public String origin() {
        return origin;
    }

    /** What it sets, as text. */
    public Map<Knob, String> settings() {
        EnumMap<Knob, String> settings = new EnumMap<>(Knob.class);
        settings.put(Knob.TTFT, ttft);
        settings.put(Knob.ITL, itl);
        for (String pair : more.isEmpty() ? new String[0] : more.split(" ", -1)) {
            int equals = pair.indexOf('=');
            settings.put(Knob.required(pair.substring(0, equals)), pair.substring(equals + 1));
        }
        return settings;
    }

    /** Its knobs. */
    Knobs knobs() {
        return Knobs.of(settings(), "profile " + word);
    }

    /** Every word, comma separated, for messages. */
    public static String words() {
        return Arrays.stream(Profile.values()).map(Profile::word).collect(Collectors.joining(", "));
    }

    /** The profile with this word, in any case. */
    public static Optional<Profile> ofWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(Profile.values())
                .filter(profile -> profile.word.equals(lower))
                .findFirst();
    }

    /** The longest profile word that starts {@code text} and ends there or before a dash; empty if none does. */
    static String longestPrefix(String text) {
        String longest = "";
        for (Profile profile : Profile.values()) {
            String candidate = profile.word;
            boolean whole = text.equals(candidate) || text.startsWith(candidate + "-");
            if (whole && candidate.length() > longest.length()) {
                longest = candidate;
            }
        }
        return longest;
    }
}
