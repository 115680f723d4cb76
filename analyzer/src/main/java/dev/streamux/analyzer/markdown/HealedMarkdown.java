package dev.streamux.analyzer.markdown;

import org.commonmark.node.Node;

/**
 * Half a Markdown text, healed before each rendering: open marks are closed, and what could still turn into something
 * else is held back.
 *
 * <p>As with {@link StreamedMarkdown}, only the last top-level block is parsed again, and a long one only when it has
 * grown by a sixteenth. Not thread-safe.
 */
public final class HealedMarkdown {
    private static final String MARKS = "*_`~";
    private static final String BLOCK_START = " \t>#-+=|0123456789.)*_`~";

    /** A bracket that is open for more units than this is shown as it stands. */
    private static final int LONGEST_LINK = 2048;

    private final StringBuilder tail = new StringBuilder();
    private String shown = "";
    private int closedUnits;
    private int line;
    private int bracket = -1;
    private int renderedUnits;
    private long takenBack;

    /** Nothing yet. */
    public HealedMarkdown() {}

    /**
     * Appends a piece of source and renders.
     *
     * @return how many UTF-16 units of the whole source are visible; the rest is held back
     */
    public int append(CharSequence piece) {
        for (int i = 0; i < piece.length(); i++) {
            note(piece.charAt(i), tail.length() + i);
        }
        tail.append(piece);
        int visible = visibleUnits();
        int all = closedUnits + visible;
        if (StreamedMarkdown.isDue(tail.length(), renderedUnits)) {
            render(tail.substring(0, visible));
        }
        return all;
    }

    private void note(char c, int at) {
        if (c == '\n') {
            line = at + 1;
        } else if (c == '[') {
            bracket = at;
        }
    }

    private void render(String kept) {
        String healed = kept + closers(kept);
        Node document = MarkdownRenderer.parse(healed);
        String rendered = MarkdownRenderer.plain(document);
        takenBack += StreamedMarkdown.lost(shown, rendered);
        shown = rendered;
        int start = MarkdownRenderer.startOfLastBlock(document, healed);
        // As in StreamedMarkdown: a block whose first line is open may still join the one before it.
        if (start > 0 && kept.indexOf('\n', start) >= 0) {
            closedUnits += start;
            tail.delete(0, start);
            line = tail.lastIndexOf("\n") + 1;
            bracket = tail.lastIndexOf("[");
            String rest = kept.substring(start);
            shown = MarkdownRenderer.render(rest + closers(rest));
        }
        renderedUnits = tail.length();
    }

    /** Rendered characters that were shown and taken back so far. */
    public long takenBack() {
        return takenBack;
    }

    private int visibleUnits() {
        int end = tail.length();
        while (end > line && MARKS.indexOf(tail.charAt(end - 1)) >= 0) {
            end--;
        }
        int first = line;
        while (first < end && BLOCK_START.indexOf(tail.charAt(first)) >= 0) {
            first++;
        }
        // A line of nothing but marks may become a list, a heading, a rule, a table or a fence. Or none of them.
        if (first == end) {
            return line;
        }
        boolean open = bracket >= line && end - bracket <= LONGEST_LINK && !isWholeLink(bracket, end);
        return open ? bracket : end;
    }

    private boolean isWholeLink(int open, int end) {
        int close = tail.indexOf("]", open);
        if (close < 0 || close >= end) {
            return false;
        }
        if (close + 1 < end && tail.charAt(close + 1) != '(') {
            return true;
        }
        int target = tail.indexOf(")", close);
        return target >= 0 && target < end;
    }

    /** The marks that close what is open in the last paragraph. */
    private static String closers(String source) {
        int paragraph = Math.max(0, source.lastIndexOf("\n\n"));
        if (count(source, "```", 0) % 2 == 1) {
            return "";
        }
        String tail = source.substring(paragraph);
        String closers = "";
        if (count(tail.replace("```", ""), "`", 0) % 2 == 1) {
            closers = "`";
        }
        if (count(tail, "**", 0) % 2 == 1) {
            closers += "**";
        }
        return closers;
    }

    private static int count(String text, String mark, int from) {
        int count = 0;
        for (int at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + mark.length())) {
            count++;
        }
        return count;
    }
}
