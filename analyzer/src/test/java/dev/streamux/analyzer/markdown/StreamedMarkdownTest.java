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
}
