package dev.streamux.analyzer.markdown;

import org.commonmark.node.Node;

/**
 * Markdown that is rendered anew with each piece, as most chat pages do, and what that takes back.
 *
 * <p>Only the last top-level block can still change, so only it is parsed again; text without any mark is not parsed at
 * all. A block longer than {@link #EXACT} units is parsed again only when it has grown by a sixteenth, so the work stays
 * in proportion to the text; what flashes up in between is not counted. What parsing the last block alone leaves out is
 * a link definition that turns an earlier {@code [word]} into a link, and a table whose head is the last line of a
 * paragraph. Not thread-safe.
 */
public final class StreamedMarkdown {
    /** An open block up to this length, in UTF-16 units, is rendered with every piece. */
    public static final int EXACT = 2048;

    private static final int GROWTH = 16;

    private final StringBuilder tail = new StringBuilder();
    private String shown = "";
    private boolean plain = true;
    private int renderedUnits;
    private long takenBack;
    private long closedUnits;
    private long parsedUnits;

    /** Nothing yet. */
    public StreamedMarkdown() {}

    /** Whether an open block of {@code units}, of which {@code renderedUnits} are on the page, is to be rendered. */
    static boolean isDue(int units, int renderedUnits) {
        return units <= EXACT || units - renderedUnits >= units / GROWTH;
    }

    /** Appends a piece of source and renders. */
    public void append(CharSequence piece) {
        int from = tail.length();
        tail.append(piece);
        boolean wasPlain = plain;
        plain = plain && !MarkdownMarks.anyFrom(tail, from);
        if (plain) {
            forgetPlainParagraphs(from);
        } else if (wasPlain) {
            // Even plain text is not quite its source: white space at ends of lines goes.
            shown = plain(tail.substring(0, from));
            render();
        } else if (isDue(tail.length(), renderedUnits)) {
            render();
        }
    }

    /** Text without marks only grows; what lies before an empty line is over. Only what is new is looked through. */
    private void forgetPlainParagraphs(int from) {
        for (int i = tail.length() - 1; i > 0 && i >= from; i--) {
            if (tail.charAt(i) == '\n' && tail.charAt(i - 1) == '\n') {
                closedUnits += i + 1;
                tail.delete(0, i + 1);
                return;
            }
        }
    }

    private String plain(String source) {
        parsedUnits += source.length();
        return MarkdownRenderer.render(source);
    }

    private void render() {
        String source = tail.toString();
        parsedUnits += source.length();
        Node document = MarkdownRenderer.parse(source);
        String rendered = MarkdownRenderer.plain(document);
        takenBack += lost(shown, rendered);
        shown = rendered;
        int start = MarkdownRenderer.startOfLastBlock(document, source);
        // While its first line is open, a block can still become a part of the one before it: "***", then "***x".
        if (start > 0 && source.indexOf('\n', start) >= 0) {
            closedUnits += start;
            tail.delete(0, start);
            plain = !MarkdownMarks.anyFrom(tail, 0);
            shown = plain ? "" : plain(tail.toString());
        }
        renderedUnits = tail.length();
    }

    /** Code points of {@code before} that do not stand in {@code after} at the same place. */
    static long lost(String before, String after) {
        int common = 0;
        int limit = Math.min(before.length(), after.length());
        while (common < limit && before.charAt(common) == after.charAt(common)) {
            common++;
        }
        // White space around blocks is invisible.
        String rest = before.substring(common).strip();
        return rest.codePointCount(0, rest.length());
    }

    /** Characters that were shown and taken back so far. */
    public long takenBack() {
        return takenBack;
    }

    /** UTF-16 units of the source that belong to blocks which cannot change any more. */
    public long closedUnits() {
        return closedUnits;
    }

    /** UTF-16 units that went through the parser so far: the work. */
    long parsedUnits() {
        return parsedUnits;
    }
}
