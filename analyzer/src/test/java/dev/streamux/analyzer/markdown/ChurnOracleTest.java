package dev.streamux.analyzer.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast way against the definition: the whole text parsed anew with every piece. No colon: no link definitions. */
class ChurnOracleTest {
    private static final List<String> INLINE = List.of(
            "word",
            " ",
            " words ",
            "a",
            "**",
            "*",
            "`",
            "``",
            "_",
            "__",
            "a_b",
            "5 * 3",
            "[x](y)",
            "[",
            "](",
            ")",
            "]",
            "![",
            "<b>",
            "<",
            ">",
            "&amp;",
            "&",
            ";",
            "\\",
            "\\*",
            "!",
            ".",
            ", ",
            "(",
            "\u4f60\u597d",
            "\ud83d\ude00",
            "\u00a0",
            "\u2014",
            "~",
            "1",
            "|",
            "=",
            "-",
            "#",
            "\t",
            "\"");
    private static final List<String> LINES = List.of(
            "\n",
            "\n\n",
            "\n- ",
            "\n  - ",
            "\n1. ",
            "\n2. ",
            "\n* ",
            "\n# ",
            "\n> ",
            "\n```\n",
            "\n```",
            "\n~~~\n",
            "\n    ",
            "\n   ",
            "\n***\n",
            "\n---",
            "\n===\n",
            "  \n",
            "\\\n",
            ".\n\n",
            "\n| a | b |\n|---|---|\n",
            "|\n",
            "\n\n\n",
            "\n<div>\n",
            "\r\n",
            "- ",
            "1. ",
            "# ",
            "> ",
            "```\n",
            " | ",
            "---\n",
            "|---|\n");
    private static final List<String> TEXTS = List.of("The ", "answer ", "comes ", "word ", "by ", "word. ", "Ok");

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static List<String> pieces(RandomGenerator random, int count, int marks, int lines) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(100);
            List<String> from = kind < marks ? INLINE : kind < marks + lines ? LINES : TEXTS;
            String piece = from.get(random.nextInt(from.size()));
            // Some pieces hold two or three of them.
            int last = pieces.size() - 1;
            if (last >= 0 && random.nextInt(5) == 0) {
                pieces.set(last, pieces.get(last) + piece);
            } else {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private static void assertAsDefined(List<String> pieces, String where) {
        StreamedMarkdown page = new StreamedMarkdown();
        StringBuilder text = new StringBuilder();
        String shown = "";
        long expected = 0;
        for (String piece : pieces) {
            page.append(piece);
            text.append(piece);
            String rendered = MarkdownRenderer.render(text.toString());
            expected += StreamedMarkdown.lost(shown, rendered);
            shown = rendered;
            if (page.takenBack() != expected) {
                assertThat(page.takenBack())
                        .as("%s, at %s of %s", where, piece, pieces)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsCountedIsWhatTheWholeTextParsedAnewWithEveryPieceGives(long seed) {
        RandomGenerator random = random(seed);
        for (int round = 0; round < 1000; round++) {
            String where = "seed " + seed + ", round " + round;
            assertAsDefined(pieces(random, 25, 45, 25), where + ", wild");
            assertAsDefined(pieces(random, 60, 12, 8), where + ", tame");
            assertAsDefined(pieces(random, 40, 60, 0), where + ", one line");
        }
    }
}
