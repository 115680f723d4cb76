package dev.streamux.analyzer.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.text.Characters;

/**
 * A stretch of one line of a paragraph, rendered.
 *
 * @param text what a reader sees of it, white space at its end included
 * @param settled whether nothing that may follow can change it: no emphasis, code or bracket is open
 */
record Inline(String text, boolean settled) {
    private static final String OPENERS = "`*_<&\\";

    /**
     * Renders a stretch.
     *
     * @param before the character before it, a newline at the start of the line; it decides what an asterisk may do
     * @param source without line ends; whatever stands before it is settled
     */
    static Inline of(int before, String source) {
        InlineScanner scanner = new InlineScanner(before, source);
        return scanner.scan() ? new Inline(scanner.text(), scanner.isSettled()) : parsed(before, source);
    }

    /** By the whole parser: a line that starts with a letter is a paragraph whatever follows. */
    private static Inline parsed(int before, String source) {
        String context = "x" + context(before);
        Node document = MarkdownRenderer.parse(context + source);
        String text = MarkdownRenderer.plain(document);
        String end = source.substring(Characters.skipSpaceTabBackwards(source, source.length() - 1, 0) + 1);
        String own = text.length() < context.length() ? "" : text.substring(context.length());
        Literals literals = new Literals();
        document.accept(literals);
        return new Inline(own + end, !literals.mayBeOpen());
    }

    /** A character that stands for {@code before} beside an asterisk: of a word, of punctuation, or white space. */
    private static String context(int before) {
        if (Characters.isWhitespaceCodePoint(before)) {
            return " ";
        }
        return Characters.isPunctuationCodePoint(before) ? "." : "";
    }

    /** Marks that are shown as they stand may still get the rest that makes them work. */
    private static final class Literals extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text literal) {
            text.append(literal.getLiteral());
        }

        private boolean mayBeOpen() {
            int depth = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (OPENERS.indexOf(c) >= 0) {
                    return true;
                }
                depth += c == '[' ? 1 : c == ']' ? -Math.min(1, depth) : 0;
            }
            return depth > 0 || text.indexOf("](") >= 0 || text.indexOf("][") >= 0;
        }
    }
}
