package dev.streamux.analyzer.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown to the plain text that a reader sees, by CommonMark with GitHub tables. HTML shows nothing. */
public final class MarkdownRenderer {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    private MarkdownRenderer() {}

    /** The plain text; blocks, cells and lines are parted by one newline, and none stands at an end. */
    public static String render(String markdown) {
        return plain(PARSER.parse(markdown));
    }

    /** The document. */
    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    static String plain(Node node) {
        PlainText text = new PlainText();
        node.accept(text);
        return text.out.toString();
    }

    /** Where the line begins on which the last top-level block starts; 0 if there is at most one block. */
    static int startOfLastBlock(Node document, String markdown) {
        Node last = document.getLastChild();
        if (last == null || last == document.getFirstChild()) {
            return 0;
        }
        int start = Integer.MAX_VALUE;
        for (SourceSpan span : last.getSourceSpans()) {
            start = Math.min(start, span.getInputIndex());
        }
        return start == Integer.MAX_VALUE ? 0 : markdown.lastIndexOf('\n', start - 1) + 1;
    }

    /** Collects what is visible. Separators come before a block, so that a growing text only grows. */
    private static final class PlainText extends AbstractVisitor {
        private final StringBuilder out = new StringBuilder();
        private boolean separatorDue;

        private void append(String text) {
            if (!text.isEmpty()) {
                if (separatorDue && !out.isEmpty()) {
                    out.append('\n');
                }
                separatorDue = false;
                out.append(text);
            }
        }

        private void block(Block block) {
            separatorDue = true;
            visitChildren(block);
        }

        @Override
        public void visit(Paragraph paragraph) {
            block(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            block(heading);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            separatorDue = true;
            append(code.getLiteral().stripTrailing());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            separatorDue = true;
            append(code.getLiteral().stripTrailing());
        }

        @Override
        public void visit(CustomBlock block) {
            separatorDue = block instanceof TableBlock || separatorDue;
            visitChildren(block);
        }

        @Override
        public void visit(CustomNode node) {
            separatorDue = node instanceof TableCell || separatorDue;
            visitChildren(node);
        }

        @Override
        public void visit(Text text) {
            append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            append("\n");
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            append("\n");
        }
    }
}
