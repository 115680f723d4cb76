package dev.streamux.analyzer.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedMarkdownTest {
    private static long churnByPieces(String... pieces) {
        StreamedMarkdown page = new StreamedMarkdown();
        for (String piece : pieces) {
            page.append(piece);
        }
        return page.takenBack();
    }

    @Test
    void plainTextIsNeverTakenBack() {
        assertThat(churnByPieces("Plain ", "text, ", "in two\n\n", "paragraphs. ", "So it is (mostly)."))
                .isZero();
    }

    @Test
    void boldTextFlashesItsAsterisks() {
        // "**bold" shows 6 characters, "**bold**" shows 4: "**bold" and "bold" share no prefix, so 6 are taken back.
        assertThat(churnByPieces("**bold", "**")).isEqualTo(6);
    }

    @Test
    void textThatComesAtOnceHasNoChurn() {
        assertThat(churnByPieces("# Head\n\n* one\n* two\n\n`code` and **bold**"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"[link](http://a.b) x~link x", "`a*b*`~a*b*", "**a** *b*~a b", "a <b>c</b>~a c", "![alt](u)~alt"})
    void renderShowsWhatAReaderSees(String markdown, String seen) {
        assertThat(MarkdownRenderer.render(markdown)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void parsingOnlyTheLastBlockGivesTheSameChurnAsParsingAll(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> words = List.of(
                "word ",
                "two words ",
                "**",
                "*",
                "`",
                "\n",
                "\n\n",
                "- ",
                "1. ",
                "# ",
                "```\n",
                "\n\n| a | b |\n|---|---|\n",
                "> ",
                "    ",
                "[x](y)",
                "\u4f60\u597d ",
                "===",
                "---\n",
                "a_b ",
                "<b>",
                "&amp;",
                "end.");
        for (int round = 0; round < 150; round++) {
            StreamedMarkdown page = new StreamedMarkdown();
            StringBuilder text = new StringBuilder();
            String shown = "";
            long expected = 0;
            for (int i = 0; i < 30; i++) {
                String piece = words.get(random.nextInt(words.size()));
                page.append(piece);
                text.append(piece);
                String rendered = MarkdownRenderer.render(text.toString());
                expected += StreamedMarkdown.lost(shown, rendered);
                shown = rendered;
            }
            assertThat(page.takenBack())
                    .as("seed %d, round %d: %s", seed, round, text)
                    .isEqualTo(expected);
        }
    }

    @Test
    void oneLongParagraphCostsWorkInProportionToItsLength() {
        StreamedMarkdown page = new StreamedMarkdown();
        HealedMarkdown healed = new HealedMarkdown();
        long units = 0;
        // 40,000 pieces of one paragraph with marks: parsing all of it each time would be 40,000 * 320,000 / 2 = 6.4e9.
        for (int i = 0; i < 40_000; i++) {
            String piece = i % 5 == 0 ? "**bold** " : "a word, ";
            page.append(piece);
            units += piece.length();
        }
        // A geometric sum: 1 / (1/16) = 16 times the text, once more for rounding, and 2048 / 8 * 2048 before.
        assertThat(page.parsedUnits()).isLessThan(17 * units + 600_000);
        assertThat(page.takenBack()).isZero();
        for (int i = 0; i < 2_000; i++) {
            healed.append("**bold** ");
        }
        assertThat(healed.takenBack()).isZero();
    }

    @Test
    void aLongParagraphWithoutMarksIsNeverParsed() {
        StreamedMarkdown page = new StreamedMarkdown();
        for (int i = 0; i < 100_000; i++) {
            page.append(i % 3 == 1 ? "     " : "word");
        }
        assertThat(page.parsedUnits()).isZero();
    }

    @Test
    void blocksThatAreClosedAreForgottenAlsoBehindALongOne() {
        StreamedMarkdown page = new StreamedMarkdown();
        page.append("**Long** ");
        for (int i = 0; i < 1_000; i++) {
            page.append("word ");
        }
        page.append("\n\nNext *one*,\n");
        // It is seen when the long block has grown by a sixteenth: 5,011 / 16 = 314 units.
        for (int i = 0; i < 80; i++) {
            page.append("word ");
        }
        // "**Long** " is 9 units, 1,000 words 5,000, the empty line 2.
        assertThat(page.closedUnits()).isEqualTo(5_011);
    }
}
