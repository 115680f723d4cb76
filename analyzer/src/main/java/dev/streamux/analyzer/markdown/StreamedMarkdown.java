package dev.streamux.analyzer.markdown;

import org.commonmark.node.Node;

/**
 * Markdown that is rendered anew with each piece, as most chat pages do, and what that takes back.
 *
 * <p>Only the last top-level block can still change, so only it is parsed again; text without any mark is not parsed at
 * all. What this leaves out is a link definition that turns an earlier {@code [word]} into a link, and a table
 * whose head is the last line of a paragraph. Not
 * thread-safe.
 */
public final class StreamedMarkdown {
    private final StringBuilder tail = new StringBuilder();
    private String shown = "";
    private boolean plain = true;
    private long takenBack;
    private long closedUnits;

    /** Nothing yet. */
    public StreamedMarkdown() {}

    /** Appends a piece of source and renders. */
    public void append(CharSequence piece) {
        int from = tail.length();
        tail.append(piece);
        boolean wasPlain = plain;
        plain = plain && !MarkdownMarks.anyFrom(tail, from);
        if (plain) {
            forgetPlainParagraphs();
        } else {
            // Even plain text is not quite its source: white space at ends of lines goes.
            render(wasPlain ? MarkdownRenderer.render(tail.substring(0, from)) : shown);
        }
    }

    /** Text without marks only grows; what lies before an empty line is over. */
    private void forgetPlainParagraphs() {
        int gap = tail.lastIndexOf("\n\n");
        if (gap >= 0) {
            closedUnits += gap + 2;
            tail.delete(0, gap + 2);
        }
    }

    private void render(String before) {
        String source = tail.toString();
        Node document = MarkdownRenderer.parse(source);
        String rendered = MarkdownRenderer.plain(document);
        takenBack += lost(before, rendered);
        shown = rendered;
        int start = MarkdownRenderer.startOfLastBlock(document, source);
        // While its first line is open, a block can still become a part of the one before it: "***", then "***x".
        if (source.indexOf('\n', start) >= 0 && start > 0) {
            closedUnits += start;
            tail.delete(0, start);
            plain = !MarkdownMarks.anyFrom(tail, 0);
            shown = plain ? "" : MarkdownRenderer.render(tail.toString());
        }
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
}
