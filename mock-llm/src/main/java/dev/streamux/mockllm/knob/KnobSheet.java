package dev.streamux.mockllm.knob;

import dev.streamux.mockllm.fault.FaultText;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everything that can be set, on one sheet for a terminal. */
public final class KnobSheet {
    private KnobSheet() {}

    /** The knobs with their ways in, the faults, and the profiles with the origin of their numbers; ends with a line end. */
    public static String text() {
        StringBuilder sheet = new StringBuilder(8192);
        sheet.append(
                        "Knobs. Each can be given as a request header, as metadata in the body (\"streamux.\" and the knob),\n")
                .append(
                        "as a part of the model's name where it has one (mock-ttft200-len40), or to the server; first found wins.\n\n");
        row(sheet, "knob", "header", "model", "what");
        for (Knob knob : Knob.values()) {
            row(sheet, knob.word(), knob.header(), part(knob), knob.description());
        }
        sheet.append(
                        "\nFaults, for the knob fault, such as \"reset; after=10\", \"stall; after=50%; for=3s; times=2; key=a\" or, drawn from\n"
                                + "each request's seed, \"truncate; after=20%..80%; chance=5%\" (tokens 10..50, times 1s..3s):\n  ")
                .append(wrapped(String.join(", ", FaultText.words())))
                .append("\n\nProfiles, for the knob profile or in the model's name (mock-fast-chat):\n\n");
        for (Profile profile : Profile.values()) {
            sheet.append(String.format(Locale.ROOT, "  %-12s %s%n", profile.word(), settings(profile)))
                    .append(String.format(Locale.ROOT, "  %-12s %s%n", "", profile.origin()));
        }
        return sheet.append("\nMore in docs/mock.md.\n").toString().replace(System.lineSeparator(), "\n");
    }

    private static void row(StringBuilder sheet, String word, String header, String part, String what) {
        sheet.append(String.format(Locale.ROOT, "  %-21s %-32s %-9s %s%n", word, header, part, what));
    }

    private static String part(Knob knob) {
        return knob.modelPart().isEmpty() ? "" : knob.modelPart() + "N";
    }

    private static String settings(Profile profile) {
        return profile.settings().entrySet().stream()
                .map(entry -> entry.getKey().word() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Lines of some 100 characters, indented as the first one is. */
    private static String wrapped(String words) {
        StringBuilder lines = new StringBuilder();
        int width = 0;
        for (String word : Arrays.asList(words.split(" "))) {
            if (width + word.length() > 100) {
                lines.append("\n  ");
                width = 0;
            }
            lines.append(width == 0 ? "" : " ").append(word);
            width += word.length() + 1;
        }
        return lines.toString();
    }
}
