package dev.streamux.reports.drawing;

import java.util.List;

/**
 * The colours and dashes of series.
 *
 * <p>The hues are those of Okabe and Ito (Color Universal Design, 2008), which people with any common colour vision can
 * tell apart; the yellow is left out and the light ones are darkened until they stand 3:1 against white. Colour is never
 * alone: every eighth series repeats a colour but not its dash, and every series is labelled at its line.
 */
public final class Palette {
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#00875f", "#a8648c", "#b07800", "#2f8fc4", "#4d4d4d");
    private static final List<String> DASHES = List.of("", "7 3", "2 3", "9 3 2 3", "5 2", "1 2", "12 4");

    private Palette() {}

    /** The number of colours; {@code s0} to {@code s6} are their classes. */
    public static int size() {
        return COLOURS.size();
    }

    /** The colour of series {@code index}, ≥ 0. */
    public static Ink series(int index) {
        int slot = index % COLOURS.size();
        return new Ink("s" + slot, COLOURS.get(slot));
    }

    /** The line of series {@code index}, ≥ 0: colour and dash, 2 units wide. */
    public static Stroke line(int index) {
        int dash = (index + index / COLOURS.size()) % DASHES.size();
        return new Stroke(series(index), 2, DASHES.get(dash));
    }
}
