package dev.streamux.analyzer.markdown;

/** Which characters may be Markdown marks and not mere text. Errs on the side of marks. */
final class MarkdownMarks {
    private static final String ANYWHERE = "\\`*_[]<&|";
    private static final String AT_LINE_START = "#>-+=~0123456789\t";

    /** Further back than this nothing needs to be looked for: four spaces at the start of a line are a mark themselves. */
    private static final int INDENT = 4;

    private MarkdownMarks() {}

    /** Whether a mark stands at or after {@code from}. */
    static boolean anyFrom(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ANYWHERE.indexOf(c) >= 0 || (AT_LINE_START.indexOf(c) >= 0 && isFirstOfLine(text, i))) {
                return true;
            }
            if (c == ' ' && i >= 3 && isIndent(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirstOfLine(CharSequence text, int index) {
        int i = index - 1;
        int earliest = Math.max(-1, index - 1 - INDENT);
        while (i > earliest && text.charAt(i) == ' ') {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n';
    }

    /** Whether four spaces at the start of a line end here: indented code keeps its spaces. */
    private static boolean isIndent(CharSequence text, int index) {
        return text.charAt(index - 1) == ' ' && isFirstOfLine(text, index);
    }
}
