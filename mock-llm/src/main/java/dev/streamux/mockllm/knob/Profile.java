package dev.streamux.mockllm.knob;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Named sets of knobs for kinds of models. Where the numbers come from is told in {@code docs/mock.md}.
 *
 * <p>First token and gap are by percentiles or log-normal, because measured ones have a long tail to the right.
 */
public enum Profile {
    /** The mission's example: everything constant. */
    STEADY("steady", "100", "25"),
    /** A small model on one accelerator, such as 8B on an H100: first token 60 to 120 ms, gaps 10 to 15 ms. */
    FAST_CHAT("fast-chat", "80:110:180", "12:15:30"),
    /** A 70B model on eight accelerators: first token 150 to 250 ms, gaps 18 to 28 ms. */
    LARGE_CHAT("large-chat", "190:250:450", "22:28:60"),
    /** A hosted model of the largest kind: first token 0.6 to 1.4 s, gaps 60 to 100 ms cut by several tokens an event. */
    FRONTIER("frontier", "700:1400:2500", "30:45:120"),
    /** Thinks for seconds in silence or in reasoning deltas, then writes fast. */
    REASONING("reasoning", "6000:12000:20000", "18:28:70", "reasoning-tokens=300"),
    /** A server beyond its knee: long queue, uneven gaps, now and then a stall, worse with every answer. */
    OVERLOADED(
            "overloaded",
            "2500:6000:12000",
            "60:140:400",
            "stall-share=0.01 stall-ms=800:1500:3000 max-running=16 load-factor=0.02");

    private final String word;
    private final String ttft;
    private final String itl;
    private final String more;

    Profile(String word, String ttft, String itl) {
        this(word, ttft, itl, "");
    }

    /** With further knobs as {@code word=value} pairs, blank between them. */
    Profile(String word, String ttft, String itl, String more) {
        this.word = word;
        this.ttft = ttft;
        this.itl = itl;
        this.more = more;
    }

    /** Its word. */
    public String word() {
        return word;
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
