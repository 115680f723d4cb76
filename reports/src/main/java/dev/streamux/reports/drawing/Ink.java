package dev.streamux.reports.drawing;

/**
 * A role of colour: a colour on white, and a class by which a style sheet gives it another in the dark.
 *
 * @param styleClass the class in SVG
 * @param colour six hexadecimal digits after {@code #}: the colour on a white ground, also without any style sheet
 */
public record Ink(String styleClass, String colour) {
    /** Text and axes. */
    public static final Ink TEXT = new Ink("ink", "#1b1f24");
    /** What is less important than text. */
    public static final Ink MUTED = new Ink("muted", "#57606a");
    /** Lines behind the data. */
    public static final Ink GRID = new Ink("grid", "#d8dee4");
    /** The ground of a frame or a row. */
    public static final Ink SURFACE = new Ink("surface", "#f3f5f7");
    /** The page itself. */
    public static final Ink PAGE = new Ink("page", "#ffffff");
    /** All is well. */
    public static final Ink GOOD = new Ink("good", "#00704f");
    /** Something to look at. */
    public static final Ink WARNING = new Ink("warning", "#8f5300");
    /** Something is wrong. */
    public static final Ink BAD = new Ink("bad", "#b03a00");
}
