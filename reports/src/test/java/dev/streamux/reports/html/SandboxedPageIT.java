package dev.streamux.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.browser.Chromium;
import dev.streamux.reports.browser.SandboxServer;
import dev.streamux.reports.browser.Tab;
import dev.streamux.reports.finding.Finding;
import dev.streamux.reports.run.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page under the policy with which Jenkins serves files: no script, and no style of its own. */
class SandboxedPageIT {
    @TempDir
    private Path folder;

    @Test
    void everyFindingAndEveryChartIsStillThere() throws IOException {
        RunReport report = RunReport.read(SyntheticRun.comparison(2).write(folder), AnalysisOptions.DEFAULTS);
        String page = HtmlReport.render(report);
        try (SandboxServer server = SandboxServer.of(page);
                Chromium browser = Chromium.start();
                Tab tab = browser.open()) {
            tab.go(server.address());

            assertThat(tab.complaints()).as("the policy is in force").anyMatch(line -> line.contains("style"));
            assertThat(tab.text("getComputedStyle(document.getElementById('replay')).display"))
                    .as("the replay, which cannot play, is not shown")
                    .isEqualTo("none");
            String text = tab.text("document.body.innerText").replace('\u00a0', ' ');
            for (Finding finding : PageBuilder.of(report).findings()) {
                assertThat(text).contains(finding.feeling());
                finding.causes().forEach(cause -> assertThat(text).contains(cause.fix()));
            }
            assertThat(text).contains(report.headline());
            int charts = page.split(" role=\"img\"", -1).length - 1;
            assertThat(charts).isGreaterThan(6);
            assertThat(tab.value("[...document.querySelectorAll('svg[role=img]')].filter((svg) => {"
                                    + " const box = svg.getBoundingClientRect(); return box.width > 100"
                                    + " && box.height > 50; }).length")
                            .asInt())
                    .isEqualTo(charts);
            assertThat(tab.value("[...document.querySelectorAll('svg[role=img] use')].every((use) =>"
                                    + " use.getBoundingClientRect().width > 10)")
                            .asBoolean())
                    .as("letters and keys, which the drawings share")
                    .isTrue();
            tab.width(1280);
            tab.picture(Path.of("target/screenshots/sandboxed.png"));
        }
    }
}
