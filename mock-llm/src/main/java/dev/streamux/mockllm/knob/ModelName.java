package dev.streamux.mockllm.knob;

import dev.streamux.mockllm.fault.FaultText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knobs in the model's name, for gateways that strip everything else.
 *
 * <pre>
 * name  = "mock" { "-" part }
 * part  = profile | letters value | fault [ value ]
 * value = digits [ "." digits ] [ "us" | "ms" | "s" | "%" ]
 * </pre>
 *
 * <p>{@code mock-ttft200-itl25-len200-seed7}, {@code mock-fast-chat-len40}, {@code mock-len40-truncate20}. The value of a
 * fault is its place in tokens, that of {@code status} is the code. A name that does not start with {@code mock} sets nothing.
 */
public final class ModelName {
    private static final Pattern PART = Pattern.compile("([a-z]+)(-?\\d+(?:\\.\\d+)?(?:us|ms|s|%)?)?");

    private ModelName() {}

    /**
     * The knobs in a model's name.
     *
     * @throws KnobException if a part is unknown; the message lists the known ones
     */
    public static Knobs parse(String model) throws KnobException {
        String name = model.toLowerCase(Locale.ROOT);
        if (name.startsWith("models/")) {
            name = name.substring("models/".length());
        }
        if (!name.equals("mock") && !name.startsWith("mock-")) {
            return Knobs.NONE;
        }
        String place = "model \"" + model + "\"";
        Knobs knobs = Knobs.NONE;
        String rest = name.substring("mock".length());
        while (!rest.isEmpty()) {
            rest = rest.substring(1);
            String profile = Profile.longestPrefix(rest);
            String part = profile.isEmpty() ? rest.substring(0, end(rest)) : profile;
            knobs = profile.isEmpty() ? part(knobs, part, place) : knobs.with(Knob.PROFILE, profile, place);
            rest = rest.substring(part.length());
        }
        return knobs;
    }

    private static int end(String rest) {
        int dash = rest.indexOf('-');
        return dash < 0 ? rest.length() : dash;
    }

    private static Knobs part(Knobs knobs, String part, String place) throws KnobException {
        Matcher matcher = PART.matcher(part);
        if (matcher.matches()) {
            String letters = matcher.group(1);
            String value = matcher.group(2) == null ? "" : matcher.group(2);
            for (Knob knob : Knob.values()) {
                if (knob.modelPart().equals(letters) && !value.isEmpty()) {
                    return knobs.with(knob, value, place);
                }
            }
            if (FaultText.MODEL_WORDS.contains(letters)) {
                return knobs.with(Knob.FAULT, FaultText.ofModelPart(letters, value), place);
            }
        }
        throw new KnobException("unknown part \"" + part + "\" in " + place + "; known parts are "
                + String.join(", ", known()) + " and the profiles " + Profile.words());
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>();
        for (Knob knob : Knob.values()) {
            if (!knob.modelPart().isEmpty()) {
                known.add(knob.modelPart() + "N");
            }
        }
        FaultText.MODEL_WORDS.forEach(word -> known.add(word + "N"));
        return known;
    }
}
