package dev.streamux.analyzer.markdown;

/**
 * Half a Markdown text, healed before each rendering: open marks are closed, and what could still turn into something
 * else is held back. Not thread-safe.
 */
public final class HealedMarkdown {
    private static final String MARKS = "*_`~";
    private static final String BLOCK_START = " \t>#-+=|0123456789.)*_`~";

    private String shown = "";
    private long takenBack;

    /** Nothing yet. */
    public HealedMarkdown() {}

    /**
     * Renders the text so far.
     *
     * @return how many UTF-16 units of it are visible; the rest is held back
     */
    public int show(String source) {
        int visible = visibleUnits(source);
        String kept = source.substring(0, visible);
        String rendered = MarkdownRenderer.render(kept + closers(kept));
        takenBack += StreamedMarkdown.lost(shown, rendered);
        shown = rendered;
        return visible;
    }

    /** Rendered characters that were shown and taken back so far. */
    public long takenBack() {
        return takenBack;
    }

    private static int visibleUnits(String source) {
        int line = source.lastIndexOf('\n') + 1;
        int end = source.length();
        while (end > line && MARKS.indexOf(source.charAt(end - 1)) >= 0) {
            end--;
        }
        int first = line;
        while (first < end && BLOCK_START.indexOf(source.charAt(first)) >= 0) {
            first++;
        }
        // A line of nothing but marks may become a list, a heading, a rule, a table or a fence. Or none of them.
        if (first == end) {
            return line;
        }
        int link = source.lastIndexOf('[', end - 1);
        return link >= line && !isWholeLink(source, link, end) ? link : end;
    }

    private static boolean isWholeLink(String source, int open, int end) {
        int close = source.indexOf(']', open);
        if (close < 0 || close >= end) {
            return false;
        }
        if (close + 1 < end && source.charAt(close + 1) != '(') {
            return true;
        }
        int target = source.indexOf(')', close);
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
