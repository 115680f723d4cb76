package dev.streamux.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.browser.Chromium;
import dev.streamux.reports.browser.Tab;
import dev.streamux.reports.finding.Finding;
import dev.streamux.reports.run.RunReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page under the policy with which Jenkins serves files: no script, and no style of its own. */
class SandboxedPageIT {
    private static final String POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'";

    @TempDir
    private Path folder;

    @Test
    void everyFindingAndEveryChartIsStillThere() throws IOException {
        RunReport report = RunReport.read(SyntheticRun.comparison(2).write(folder), AnalysisOptions.DEFAULTS);
        String page = HtmlReport.render(report);
        HttpServer server = serve(page);
        try (Chromium browser = Chromium.start();
                Tab tab = browser.open()) {
            tab.go("http://127.0.0.1:" + server.getAddress().getPort() + "/report.html");

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
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serve(String page) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        return server;
    }
}
