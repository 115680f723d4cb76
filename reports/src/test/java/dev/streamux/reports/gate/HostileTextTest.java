package dev.streamux.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One corpus of hostile text through every output of the gate. {@link JUnitSchemaTest} has {@code junit.xml}. */
class HostileTextTest {
    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private static final int LONG = 10_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("hostile")
    void theSummaryHasTheStructureThatWeGaveIt(String text) {
        String summary = MarkdownSummary.of(GateReports.allOf(text));
        List<String> plain = structure(MarkdownSummary.of(GateReports.allOf("plain")));
        if (text.length() < LONG) {
            assertThat(structure(summary)).isEqualTo(plain);
        } else {
            assertThat(structure(summary)).as("some entries are left out").isSubsetOf(plain);
        }
        assertThat(rendered(summary))
                .doesNotContainPattern("@\\w")
                .doesNotContainPattern("#\\d")
                .doesNotContain("://")
                .doesNotContain("www.");
        assertThat(summary).matches(HostileTextTest::isPlain, "no control character");
        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MarkdownSummary.MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void annotationsAreOneCommandALineWithOurProperties(String text) {
        for (String line : Annotations.of(GateReports.allOf(text))) {
            assertThat(line).doesNotContain("\n").doesNotContain("\r").matches(HostileTextTest::isPlain);
            Map<String, String> properties = properties(line);
            assertThat(properties).containsOnlyKeys("file", "line", "title").containsEntry("line", "7");
            assertThat(line)
                    .startsWith(line.contains("gate FAIL") && line.startsWith("::e") ? "::error " : "::warning ");
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theTerminalGetsLinesAndNoCommands(String text) {
        String shown = GateText.of(GateReports.allOf(text));
        assertThat(shown)
                .matches(HostileTextTest::isPlain, "no control character")
                .doesNotContain("##[");
        // 5 outcomes of two lines, the noise, a proof, one that does not fire with its reason, their sum, the baseline,
        // the
        // look, a note.
        assertThat(shown.lines())
                .hasSize(10 + 1 + 3 + 1 + 1 + 1 + 1 + 1)
                .noneMatch(line -> line.strip().startsWith("::"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void jsonGivesTheTextBackAsItWas(String text) throws Exception {
        String json = GateJson.of(GateReports.allOf(text));
        assertThat(json).matches(HostileTextTest::isPlain, "no control character");
        JsonNode outcome = new ObjectMapper().readTree(json).path("outcomes").get(3);
        assertThat(outcome.path("arm").asText()).isEqualTo(text);
        assertThat(outcome.path("quarantine").path("reason").asText()).isEqualTo(text);
        assertThat(outcome.path("origin").asText()).isEqualTo(text + ":7");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void everyFileCanBeWritten(String text) {
        GateFiles.write(GateReports.allOf(text), folder);
        assertThat(List.of("gate.json", "junit.xml", "summary.md"))
                .allSatisfy(name -> assertThat(Files.size(folder.resolve(name))).isPositive());
    }

    @Test
    void fiveHundredRulesOnTwentyArmsFitACommentAndTenAnnotations() {
        List<RuleOutcome> many = new ArrayList<>();
        for (int i = 0; i < 500 * 20; i++) {
            GateVerdict verdict = i % 3 == 0 ? GateVerdict.PASS : GateVerdict.FAIL;
            many.add(GateReports.outcome(
                    String.format(Locale.ROOT, "reader-wait.p90 < %dms", i), verdict, "\uD83D\uDC0C".repeat(4000)));
        }
        GateReport report = GateReports.of(many);
        String summary = MarkdownSummary.of(report);
        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MarkdownSummary.MOST_BYTES);
        assertThat(summary)
                .containsPattern("9\\d\\d\\d more rules are in gate")
                .containsPattern("- and 6\\d\\d\\d more in");
        assertThat(Annotations.of(report)).hasSize(Annotations.MOST);
    }

    static List<String> hostile() {
        return HostileText.corpus();
    }

    private static boolean isPlain(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || !(Character.isISOControl(c) || isHalf(c) || c == 0x202e));
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** The nodes of a document, texts and their breaks left out, and how many cells hold something. */
    private static List<String> structure(String markdown) {
        List<String> kinds = new ArrayList<>();
        MARKDOWN.parse(markdown).accept(new Walk() {
            @Override
            void at(Node node) {
                if (!(node instanceof Text)) {
                    kinds.add(node.getClass().getSimpleName());
                }
            }
        });
        assertThat(kinds).contains(TableCell.class.getSimpleName());
        return kinds;
    }

    private static String rendered(String markdown) {
        StringBuilder text = new StringBuilder();
        MARKDOWN.parse(markdown).accept(new Walk() {
            @Override
            void at(Node node) {
                if (node instanceof Text literal) {
                    text.append(literal.getLiteral());
                }
            }
        });
        return text.toString();
    }

    /** Every node, before its children. */
    private abstract static class Walk extends AbstractVisitor {
        abstract void at(Node node);

        @Override
        public void visit(CustomNode node) {
            visitChildren(node);
        }

        @Override
        protected void visitChildren(Node parent) {
            at(parent);
            super.visitChildren(parent);
        }

        @Override
        public void visit(Text text) {
            at(text);
        }
    }

    /** As GitHub's runner reads a command: properties between the name and the first {@code ::}, parted by commas. */
    private static Map<String, String> properties(String line) {
        String head = line.substring(2, line.indexOf("::", 2));
        Map<String, String> properties = new HashMap<>();
        for (String property : head.substring(head.indexOf(' ') + 1).split(",", -1)) {
            String[] parts = property.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        return properties;
    }
}
