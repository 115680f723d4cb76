package dev.streamux.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.text.MarkdownReport;
import dev.streamux.reports.text.SummaryCsv;
import dev.streamux.reports.text.TextReport;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Model output, names, errors, routes and folders may hold anything. */
public class UntrustedTextTest {
    private static final Pattern FOREIGN_ELEMENT = Pattern.compile(
            "<(img|iframe|object|embed|link|base|form|video|audio|input[^>]*onfocus|svg[^>]*onload)\\b");

    @TempDir
    private Path folder;

    /** A short corpus: each has broken a report of some tool. */
    public static List<String> corpus() {
        return List.of(
                "<script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "</title></style></textarea><img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "<!--<script>",
                "]]><x>",
                "&lt;b&gt;&#60;img src=x&#62;",
                "${7*7} {{7*7}} <%= 7*7 %> #{7*7}",
                "\u202egnp.exe\u202c",
                "\u001b[2J\u001b[31mred",
                "a|b\n| c | [x](javascript:alert(1)) ![i](http://e.example/p.png) @everyone",
                "=HYPERLINK(\"http://e.example\")",
                "\u0000\u0008\uffff",
                "__proto__");
    }

    private RunReport report(String evil) {
        // A folder cannot hold a slash or a NUL; the rest of a name may be anything.
        String name = evil.replaceAll("[/\\\\\u0000\n]", "_");
        Chunks chunks = Chunks.builder()
                .add(300_000_000L, evil.codePointCount(0, evil.length()), 90)
                .build();
        return RunReport.read(
                new SyntheticRun()
                        .add(SyntheticRun.trace(evil, 0)
                                .route(evil)
                                .text(evil)
                                .chunks(chunks)
                                .endNanos(301_000_000L)
                                .build())
                        .failures(evil + "2", Outcome.ERROR, evil, 1)
                        .write(folder.resolve(name)),
                AnalysisOptions.DEFAULTS);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void thePageHasNoElementAndNoHandlerOfTheirs(String evil) {
        String page = HtmlReport.render(report(evil));
        assertThat(page.split("<script", -1))
                .as("scripts: replay data and the page's own")
                .hasSize(3);
        assertThat(page).doesNotContainPattern(FOREIGN_ELEMENT);
        assertThat(page).doesNotContain("alert(1)</script>").doesNotContain("<!--");
        assertThat(page).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\u202a-\u202e]");
        assertThat(page).doesNotContainPattern("href=\"(?!#main|gatling|#[mk]\\d+\")");
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void theTerminalGetsNoControlCharacter(String evil) {
        assertThat(TextReport.of(report(evil))).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f\u202a-\u202e]");
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void markdownHasNoTagNoLinkAndNoMentionOfTheirs(String evil) {
        String markdown = MarkdownReport.of(report(evil));
        assertThat(markdown)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("](")
                .doesNotContain("@everyone")
                .doesNotContain("http://");
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void noFieldOfTheCsvIsAFormula(String evil) {
        assertThat(SummaryCsv.of(report(evil).result()).lines())
                .allSatisfy(line -> assertThat(line).doesNotStartWith("=").doesNotContain(",="));
    }
}
