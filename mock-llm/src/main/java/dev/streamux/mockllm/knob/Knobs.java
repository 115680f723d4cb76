package dev.streamux.mockllm.knob;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Knobs as text, each with the place that it came from. Immutable.
 *
 * <p>Nothing is checked here; {@link ScriptReader} does that, when it is known which value won.
 */
public final class Knobs {
    /** No knob at all. */
    public static final Knobs NONE = new Knobs(new EnumMap<>(Knob.class));

    private final EnumMap<Knob, Setting> settings;

    private Knobs(EnumMap<Knob, Setting> settings) {
        this.settings = settings;
    }

    /**
     * A value and its place.
     *
     * @param text the value as it was given
     * @param place where, for messages, such as {@code header X-Streamux-Seed}
     */
    public record Setting(String text, String place) {}

    /** The setting of a knob, if it is set. */
    public Optional<Setting> get(Knob knob) {
        return Optional.ofNullable(settings.get(knob));
    }

    /** Whether nothing is set. */
    public boolean isEmpty() {
        return settings.isEmpty();
    }

    /** The same with one more knob, or with its value replaced. */
    public Knobs with(Knob knob, String text, String place) {
        EnumMap<Knob, Setting> copy = new EnumMap<>(settings);
        copy.put(knob, new Setting(text, place));
        return new Knobs(copy);
    }

    /** These knobs, and those of {@code fallback} that are not set here: the first found wins. */
    public Knobs orElse(Knobs fallback) {
        if (isEmpty()) {
            return fallback;
        }
        if (fallback.isEmpty()) {
            return this;
        }
        EnumMap<Knob, Setting> merged = new EnumMap<>(fallback.settings);
        merged.putAll(settings);
        return new Knobs(merged);
    }

    /** Knobs with these values, all from one place. */
    public static Knobs of(Map<Knob, String> values, String place) {
        Knobs knobs = NONE;
        for (Map.Entry<Knob, String> entry : values.entrySet()) {
            knobs = knobs.with(entry.getKey(), entry.getValue(), place);
        }
        return knobs;
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
