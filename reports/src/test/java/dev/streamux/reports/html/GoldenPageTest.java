package dev.streamux.reports.html;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.Golden;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.SyntheticRun.Hold;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.text.MarkdownReport;
import dev.streamux.reports.text.SummaryCsv;
import dev.streamux.reports.text.TextReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenPageTest {
    @TempDir
    private Path folder;

    private RunReport report(SyntheticRun run) {
        return RunReport.read(run.write(folder.resolve("golden")), AnalysisOptions.DEFAULTS);
    }

    private RunReport pair() {
        return report(new SyntheticRun()
                .arm("direct", "direct", "sse", new Hold.None(), 2)
                .arm("proxy-full", "proxy/full", "sse", new Hold.All(), 2));
    }

    @Test
    void page() {
        // Style and script have their own tests; a golden copy of them would only be in the way.
        String page = HtmlReport.render(pair())
                .replaceFirst("(?s)<style>.*?</style>", "<style></style>")
                .replaceFirst("(?s)<script>.*?</script>", "<script></script>")
                .replaceFirst("(?s)<meta http-equiv[^>]*>", "<meta>");
        Golden.check("page.html", page);
    }

    @Test
    void text() {
        Golden.check("report.txt", TextReport.of(report(SyntheticRun.comparison(2))));
    }

    @Test
    void markdown() {
        Golden.check("report.md", MarkdownReport.of(report(SyntheticRun.comparison(2))));
    }

    @Test
    void csv() {
        Golden.check("summary.csv", SummaryCsv.of(pair().result()));
    }
}
