package dev.streamux.analyzer.curve;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Ends of words, sentences and Markdown blocks, counted in characters (Unicode code points) of the final text. */
public final class TextBoundary {
    private static final Parser MARKDOWN = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    private TextBoundary() {}

    /** The characters up to the end of the first word; empty if the text has no letter and no digit. */
    public static OptionalInt endOfFirstWord(String text) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            if (text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
                return characters(text, end);
            }
            start = end;
        }
        return OptionalInt.empty();
    }

    /** The characters up to the end of the first sentence, white space after it left out; empty if the text is blank. */
    public static OptionalInt endOfFirstSentence(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            String sentence = text.substring(start, end);
            if (!sentence.isBlank()) {
                return characters(text, start + sentence.stripTrailing().length());
            }
            start = end;
        }
        return OptionalInt.empty();
    }

    /** The characters up to the end of the first Markdown block; empty if there is none. */
    public static OptionalInt endOfFirstBlock(String text) {
        Node first = MARKDOWN.parse(text).getFirstChild();
        if (first == null) {
            return OptionalInt.empty();
        }
        int end = 0;
        for (SourceSpan span : first.getSourceSpans()) {
            end = Math.max(end, span.getInputIndex() + span.getLength());
        }
        return end == 0 ? OptionalInt.empty() : characters(text, end);
    }

    private static OptionalInt characters(String text, int end) {
        return OptionalInt.of(text.codePointCount(0, end));
    }
}
