package dev.streamux.analyzer.markdown;

import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/**
 * The part of a half-written document that can still change: its last top-level block or, in a list, the last item.
 *
 * @param node that part; its rendering by itself is the end of the rendering of all
 * @param start where its first line begins in the source
 */
record OpenBlock(Node node, int start) {

    /** The open part; empty if there is none, or if it may yet turn out to be a row of the table before it. */
    static Optional<OpenBlock> of(Node document, String source) {
        Node node = document.getLastChild();
        if (node == null || (node.getPrevious() instanceof TableBlock && mayBecomeRow(startOf(node, source), source))) {
            return Optional.empty();
        }
        if (node instanceof ListBlock && node.getLastChild() != null) {
            node = node.getLastChild();
        }
        return Optional.of(new OpenBlock(node, startOf(node, source)));
    }

    /** Whether the line that starts there is still open and no empty line parts it from what stands before. */
    private static boolean mayBecomeRow(int start, String source) {
        return source.indexOf('\n', start) < 0 && !isAfterEmptyLine(start, source);
    }

    private static boolean isAfterEmptyLine(int start, String source) {
        return source.substring(source.lastIndexOf('\n', start - 2) + 1, start).isBlank();
    }

    private static int startOf(Node node, String source) {
        int start = Integer.MAX_VALUE;
        for (SourceSpan span : node.getSourceSpans()) {
            start = Math.min(start, span.getInputIndex());
        }
        return start == Integer.MAX_VALUE || start == 0 ? 0 : source.lastIndexOf('\n', start - 1) + 1;
    }

    /** Whether an empty line parts it from a block that ends there, so that no end of its first line can join the two. */
    boolean isParted(String source) {
        Node whole = node instanceof ListItem ? node.getParent() : node;
        Node previous = whole.getFirstChild() == node || whole == node ? whole.getPrevious() : null;
        return (previous instanceof Paragraph || previous instanceof Heading || previous instanceof TableBlock)
                && isAfterEmptyLine(start, source);
    }

    /** Whether nothing stands around it. */
    boolean isTopLevel() {
        return !(node instanceof ListItem) && !(node instanceof BlockQuote);
    }

    /** Whether it is a table. */
    boolean isTable() {
        return node instanceof TableBlock;
    }

    /** The fenced code whose end is not there yet, if it is that, with a fence at the start of its line. */
    Optional<FencedCodeBlock> code() {
        return node instanceof FencedCodeBlock code
                        && code.getClosingFenceLength() == null
                        && code.getFenceIndent() == 0
                ? Optional.of(code)
                : Optional.empty();
    }

    /**
     * The text of the last line, if that line is and stays one of a paragraph: once it holds a letter, it is no rule, no
     * head of a list and no fence any more. Not if it may be a definition of a link or a tag.
     */
    Optional<String> paragraphLine(String source) {
        Node leaf = leaf();
        if (!(leaf instanceof Paragraph) || leaf.getPrevious() instanceof LinkReferenceDefinition) {
            return Optional.empty();
        }
        List<SourceSpan> spans = leaf.getSourceSpans();
        int line = source.lastIndexOf('\n') + 1;
        int last = spans.isEmpty() ? -1 : spans.get(spans.size() - 1).getInputIndex();
        if (last < line || source.startsWith("[", spans.get(0).getInputIndex())) {
            return Optional.empty();
        }
        String text = source.substring(last).stripLeading();
        boolean started =
                !text.startsWith("<") && !text.startsWith("[") && text.chars().anyMatch(Character::isLetter);
        return started ? Optional.of(text) : Optional.empty();
    }

    /** The lines of the open paragraph before the last one, as they stand in the source; empty if there is one. */
    String earlierLines(String source) {
        StringBuilder lines = new StringBuilder();
        List<SourceSpan> spans = leaf().getSourceSpans();
        for (SourceSpan span : spans.subList(0, spans.size() - 1)) {
            lines.append(source, span.getInputIndex(), span.getInputIndex() + span.getLength())
                    .append('\n');
        }
        return lines.toString();
    }

    private Node leaf() {
        Node leaf = node;
        while ((leaf instanceof ListBlock || leaf instanceof ListItem || leaf instanceof BlockQuote)
                && leaf.getLastChild() instanceof Block child) {
            leaf = child;
        }
        return leaf;
    }
}
