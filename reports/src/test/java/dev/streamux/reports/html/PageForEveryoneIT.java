package dev.streamux.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.SyntheticRun.Hold;
import dev.streamux.reports.browser.Chromium;
import dev.streamux.reports.browser.Tab;
import dev.streamux.reports.run.RunReport;
import dev.streamux.trace.Chunks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser as people set it up: their colours, their script, their paper. */
class PageForEveryoneIT {
    private static final String ARABIC = "هذا جواب مكتوب بالعربية. ";
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page[^s]");

    @TempDir
    private static Path folder;

    private static Chromium browser;
    private static String address;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        SyntheticRun run = new SyntheticRun().arm("direct", "direct", "sse", new Hold.None(), 1);
        Chunks.Builder chunks = Chunks.builder();
        for (int i = 0; i < 40; i++) {
            chunks.add((300L + 50L * i) * 1_000_000, ARABIC.length(), 60);
        }
        run.add(SyntheticRun.trace("عربي", 0)
                .text(ARABIC.repeat(40))
                .chunks(chunks.build())
                .endNanos(2_500_000_000L)
                .build());
        Path page = folder.resolve("report.html");
        HtmlReport.write(RunReport.read(run.write(folder.resolve("run")), AnalysisOptions.DEFAULTS), page);
        address = page.toUri().toString();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void forcedColoursReachTheTextOfThePictures() {
        try (Tab tab = browser.open()) {
            tab.media("forced-colors", "active");
            tab.go(address);
            assertThat(tab.value("(() => { const probe = document.body.appendChild(document.createElement('p'));"
                                    + " probe.style.color = 'CanvasText'; const text = getComputedStyle(probe).color;"
                                    + " return [...document.querySelectorAll('svg[role=img] text')].every((label) =>"
                                    + " getComputedStyle(label).fill === text); })()")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void anArabicAnswerRunsFromTheRightAndItsSentenceDoesNot() {
        try (Tab tab = browser.open()) {
            tab.go(address);
            assertThat(tab.text("getComputedStyle([...document.querySelectorAll('.answer')].find((pane) =>"
                            + " pane.textContent.includes('جواب'))).direction"))
                    .isEqualTo("rtl");
            assertThat(tab.text("getComputedStyle(document.querySelector('h1')).direction"))
                    .isEqualTo("ltr");
        }
    }

    @Test
    void printedItIsAFewSheetsWithoutTheReplay() {
        try (Tab tab = browser.open()) {
            tab.go(address);
            String pdf = new String(tab.print(), StandardCharsets.ISO_8859_1);
            assertThat(pdf).startsWith("%PDF");
            // Two arms; a page that cannot break would be one sheet, one that breaks before each part over twenty.
            assertThat(SHEET.matcher(pdf).results().count()).isBetween(5L, 14L);
        }
    }
}
