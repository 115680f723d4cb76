package dev.streamux.mockllm.knob;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The knobs that one request brings: in headers, in the body's metadata, in the model's name; the first found wins.
 *
 * @param knobs what was set
 * @param ignoredHeaders names of {@code X-Streamux-} headers that no knob has, for the response to name
 */
public record RequestKnobs(Knobs knobs, List<String> ignoredHeaders) {
    private static final String HEADER_PREFIX = "x-streamux-";
    private static final String METADATA_PREFIX = "streamux.";

    /** Says which request it is and sets nothing. */
    private static final String ID_KEY = METADATA_PREFIX + "id";

    /** Headers of ours that say something about the request but set nothing. */
    private static final Set<String> NOT_KNOBS = Set.of("id", "arm", "phase", "route", "round");

    public RequestKnobs {
        ignoredHeaders = List.copyOf(ignoredHeaders);
    }

    /**
     * The knobs of a request.
     *
     * @param headers names and values in the order of the request
     * @throws KnobException if a metadata key or a part of the model's name is unknown
     */
    public static RequestKnobs of(
            Iterable<Map.Entry<String, String>> headers, Map<String, String> metadata, String model)
            throws KnobException {
        List<String> ignored = new ArrayList<>();
        Knobs knobs = ofHeaders(headers, ignored).orElse(ofMetadata(metadata)).orElse(ModelName.parse(model));
        return new RequestKnobs(knobs, ignored);
    }

    private static Knobs ofHeaders(Iterable<Map.Entry<String, String>> headers, List<String> ignored) {
        Knobs knobs = Knobs.NONE;
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey();
            if (!name.regionMatches(true, 0, HEADER_PREFIX, 0, HEADER_PREFIX.length())) {
                continue;
            }
            String word = name.substring(HEADER_PREFIX.length()).toLowerCase(Locale.ROOT);
            Optional<Knob> knob = Knob.ofWord(word);
            if (knob.isPresent()) {
                knobs = knobs.with(
                        knob.get(), header.getValue(), "header " + knob.get().header());
            } else if (!NOT_KNOBS.contains(word)) {
                ignored.add(name);
            }
        }
        return knobs;
    }

    private static Knobs ofMetadata(Map<String, String> metadata) throws KnobException {
        Knobs knobs = Knobs.NONE;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            if (!entry.getKey().startsWith(METADATA_PREFIX) || entry.getKey().equals(ID_KEY)) {
                continue;
            }
            String word = entry.getKey().substring(METADATA_PREFIX.length());
            Knob knob = Knob.ofWord(word)
                    .orElseThrow(() -> new KnobException("unknown metadata key \"" + entry.getKey()
                            + "\"; known keys are streamux. and one of " + Knob.words()));
            knobs = knobs.with(knob, entry.getValue(), "metadata " + entry.getKey());
        }
        return knobs;
    }
}
