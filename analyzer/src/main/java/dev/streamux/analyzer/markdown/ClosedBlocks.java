package dev.streamux.analyzer.markdown;

import org.commonmark.node.Node;

/**
 * How much of a Markdown text that grows belongs to top-level blocks which cannot change any more.
 *
 * <p>A paragraph without marks is over with the empty line after it, any other block when the first line of the next one
 * is. A piece that ends no line closes nothing and is not parsed; an open block above {@link StreamedMarkdown#EXACT} units again only when it
 * has grown by a sixteenth. Not thread-safe.
 */
public final class ClosedBlocks {
    private final StringBuilder tail = new StringBuilder();
    private boolean plain = true;
    private boolean lineEnded;
    private int parsedUnits;
    private int closedUnits;

    /** Nothing yet. */
    public ClosedBlocks() {}

    /**
     * Appends a piece of source.
     *
     * @return the UTF-16 units of the whole source that are closed
     */
    public int append(CharSequence piece) {
        int from = tail.length();
        tail.append(piece);
        plain = plain && !MarkdownMarks.anyFrom(tail, from);
        if (plain) {
            closePlainParagraphs(from);
        } else {
            lineEnded |= tail.indexOf("\n", from) >= 0;
            if (lineEnded && StreamedMarkdown.isDue(tail.length(), parsedUnits)) {
                closeBlocks();
            }
        }
        return closedUnits;
    }

    /** Only what is new is looked through. */
    private void closePlainParagraphs(int from) {
        for (int i = tail.length() - 1; i > 0 && i >= from; i--) {
            if (tail.charAt(i) == '\n' && tail.charAt(i - 1) == '\n') {
                close(i + 1);
                return;
            }
        }
    }

    private void closeBlocks() {
        String source = tail.toString();
        Node document = MarkdownRenderer.parse(source);
        int start = MarkdownRenderer.startOfLastBlock(document, source);
        parsedUnits = source.length();
        lineEnded = false;
        // While its first line is open, a block can still become a part of the one before it: "***", then "***x".
        if (start > 0 && source.indexOf('\n', start) >= 0) {
            close(start);
            plain = !MarkdownMarks.anyFrom(tail, 0);
        }
    }

    private void close(int units) {
        closedUnits += units;
        tail.delete(0, units);
        parsedUnits = 0;
    }
}
