package dev.streamux.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.SyntheticRun.Hold;
import dev.streamux.reports.run.RunReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    /** Ten arms with twenty answers each, as the ready-made comparison has where nginx, HAProxy and lighttpd are. */
    private static final int TYPICAL_BYTES = 170_000;

    @TempDir
    private Path folder;

    private String page(SyntheticRun run) {
        return HtmlReport.render(RunReport.read(run.write(folder), AnalysisOptions.DEFAULTS));
    }

    @Test
    void aTypicalRunStaysWithinTheTypicalBudget() {
        SyntheticRun run = SyntheticRun.comparison(20)
                .arm("nginx-default", "nginx/default", "sse", new Hold.Bytes(4096), 20)
                .arm("haproxy-default", "haproxy/default", "sse", new Hold.Timer(200), 20)
                .arm("lighttpd-default", "lighttpd/default", "sse", new Hold.All(), 20);
        assertThat(page(run).getBytes(StandardCharsets.UTF_8).length).isLessThan(TYPICAL_BYTES);
    }

    @Test
    void theSameRunGivesTheSameBytes() {
        assertThat(page(SyntheticRun.comparison(3))).isEqualTo(page(SyntheticRun.comparison(3)));
    }

    @Test
    void nothingInThePageLeadsOutOfIt() {
        assertThat(page(SyntheticRun.comparison(1)).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain(" src=")
                .doesNotContain("@import")
                .doesNotContain("url(");
    }

    @Test
    void thereIsNoInlineStyleAndNoInlineHandler() {
        assertThat(page(SyntheticRun.comparison(1)))
                .doesNotContain(" style=")
                .doesNotContainPattern("<[^>]+ on[a-z]+=")
                .doesNotContain("eval(")
                .doesNotContain("innerHTML");
    }
}
