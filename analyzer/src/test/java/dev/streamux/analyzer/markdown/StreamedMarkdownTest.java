package dev.streamux.analyzer.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
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
    @ValueSource(strings = {"**bold** `code` ", "**open ", "[open ", "\\n* item "})
    @Tag("timing")
    void aVeryLongPartTakesSecondsAndNotHours(String mark) {
        // 800,000 pieces of one paragraph or list; parsing all of it each time would be 800,000 * 2 MB.
        String piece = mark.replace("\\n", "\n");
        assertTimeout(Duration.ofSeconds(60), () -> {
            StreamedMarkdown page = new StreamedMarkdown();
            page.append("Start **of it ");
            for (int i = 0; i < 800_000; i++) {
                page.append(i % 4 == 0 ? piece : "word ");
            }
        });
    }

    @Test
    void longListsCodeAndTablesAreParsedByTheirLastItemLineOrRow() {
        for (String line : List.of("- an item\n", "code();\n", "| a | b |\n")) {
            StreamedMarkdown page = new StreamedMarkdown();
            page.append(line.startsWith("|") ? "| h | i |\n|---|---|\n" : line.startsWith("c") ? "```\n" : "");
            for (int i = 0; i < 1_000; i++) {
                for (String piece : line.split("(?<= )", -1)) {
                    page.append(piece);
                }
            }
            // A line has 8 to 10 units in up to 5 pieces: a few lines a piece, and never a thousand.
            assertThat(page.parsedUnits()).as(line).isLessThan(1_000 * 5 * 5 * 10);
        }
    }

    @Test
    void aParagraphIsParsedOnlyWhereItsLinesStart() {
        StreamedMarkdown page = new StreamedMarkdown();
        page.append("Words");
        for (int i = 0; i < 100_000; i++) {
            page.append(i % 3 == 1 ? " **bold**" : " word");
        }
        page.append(".\n\n");
        assertThat(page.parsedUnits()).isZero();
        assertThat(page.takenBack()).isZero();
    }

    @Test
    void whatStandsBehindAnEmptyLineIsParsedWithoutTheBlockBeforeIt() {
        for (String before :
                List.of("| a | b |\n|---|---|\n| 1 | 2 |\n\n", "Words.\nMore *words*.\n\n", "# Head\n\n")) {
            StreamedMarkdown page = new StreamedMarkdown();
            page.append(before);
            page.append("## ");
            long parsed = page.parsedUnits();
            page.append("Title");
            // "## Title" and nothing else.
            assertThat(page.parsedUnits() - parsed).as(before).isEqualTo(8);
        }
    }
}
