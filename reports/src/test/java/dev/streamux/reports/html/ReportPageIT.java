package dev.streamux.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.browser.Axe;
import dev.streamux.reports.browser.Chromium;
import dev.streamux.reports.browser.Tab;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.text.SummaryCsv;
import dev.streamux.trace.run.RunDirectory;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a file in a real browser without a network. After every test: no request but for the page, and no complaint. */
class ReportPageIT {
    private static final String PAUSED = "Play the replay";
    private static final Path PICTURES = Path.of("target/screenshots");

    @TempDir
    private static Path folder;

    private static Chromium browser;
    private static String address;
    private static String csv;

    private Tab tab;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
        RunDirectory run = SyntheticRun.comparison(1).write(folder.resolve("run"));
        Path page = folder.resolve("report.html");
        RunReport report = RunReport.read(run, AnalysisOptions.DEFAULTS);
        HtmlReport.write(report, page);
        csv = SummaryCsv.of(report.result());
        address = page.toUri().toString();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        tab = browser.open();
        tab.disconnect();
        tab.go(address);
    }

    @AfterEach
    void thePageWasSilentAndAskedForNothing() {
        try (Tab last = tab) {
            assertThat(last.requests()).containsOnly(address);
            assertThat(last.complaints()).isEmpty();
        }
    }

    private String state(String arm) {
        return pane(arm, ".state");
    }

    private String pane(String arm, String part) {
        return tab.text("[...document.querySelectorAll('.pane')].find((p) => p.querySelector('.arm').textContent === '"
                + arm + "').querySelector('" + part + "').textContent");
    }

    private String clock() {
        return tab.text("document.getElementById('clock').textContent");
    }

    private void choose(String id, String value) {
        tab.value("{const e = document.getElementById('" + id + "'); e.value = '" + value
                + "'; e.dispatchEvent(new Event('input')); e.dispatchEvent(new Event('change')); true}");
    }

    @Test
    void theReplayPlaysToItsEnd() {
        choose("scrub", "0");
        assertThat(state("direct")).isEqualTo("nothing yet");
        choose("speed", "4");
        tab.value("document.getElementById('play').click()");
        assertThat(tab.text("document.getElementById('play').getAttribute('aria-label')"))
                .isEqualTo("Pause the replay");
        tab.value("new Promise((done) => { const look = () => document.getElementById('play').getAttribute("
                + "'aria-label') === '" + PAUSED + "' ? done(true) : requestAnimationFrame(look); look(); })");
        assertThat(state("direct")).isEqualTo("complete");
        assertThat(state("buffered-json")).isEqualTo("complete");
        // 200 words: 15 rounds of 13 words with 67 characters, then five with 10 + 6 + 5 + 6 + 3.
        assertThat(pane("direct", ".answer")).hasSize(15 * 67 + 30).isEqualTo(pane("buffered-json", ".answer"));
    }

    @Test
    void scrubbingShowsWhatHadArrivedByThen() {
        choose("scrub", "2010");
        // 76 words by 2000 ms: 5 rounds of 67 characters, then 10 + 6 + 5 + 6 + 3 + 4 + 7 + 3 + 5 + 3 + 3.
        assertThat(pane("direct", ".answer")).hasSize(5 * 67 + 55);
        assertThat(state("buffered-json")).isEqualTo("nothing yet");
        assertThat(clock()).isEqualTo("2.0 s");
        choose("scrub", "500");
        assertThat(pane("direct", ".answer")).as("back to 16 words").hasSize(67 + 10 + 6 + 5);
        choose("policy", "whole");
        assertThat(pane("direct", ".answer")).as("shown when it is whole").isEmpty();
    }

    @Test
    void theKeyboardReachesAndMovesEveryControl() {
        Set<String> reached = new TreeSet<>();
        for (int i = 0; i < 200 && !reached.contains("eye"); i++) {
            tab.press("Tab");
            reached.add(tab.text("document.activeElement.id"));
        }
        assertThat(reached).contains("play", "scrub", "speed", "which", "policy", "eye");

        tab.value("document.getElementById('scrub').focus()");
        tab.press("Home");
        assertThat(clock()).isEqualTo("0.0 s");
        tab.press("PageUp");
        assertThat(clock()).isNotEqualTo("0.0 s");
        tab.press("End");
        assertThat(state("direct")).isEqualTo("complete");
        assertThat(tab.text("document.getElementById('scrub').getAttribute('aria-valuetext')"))
                .contains("direct complete");

        tab.value("document.querySelector('.answer').focus()");
        tab.press("ArrowLeft");
        tab.press("ArrowLeft");
        // The replay goes to the last text at 5.1 s and 2 % further; two steps back of 0.1 s each.
        assertThat(clock()).isEqualTo("5.0 s");
        tab.press(" ");
        assertThat(tab.text("document.getElementById('play').getAttribute('aria-label')"))
                .isEqualTo("Pause the replay");
    }

    @Test
    void theSavedFileIsTheCsvOfTheReport() {
        tab.value("{URL.createObjectURL = (blob) => { window.saved = blob.text(); return '#'; }; true}");
        tab.value("document.getElementById('save').click()");
        assertThat(tab.text("window.saved")).isEqualTo(csv);
    }

    @Test
    void aPointerReadsTheValuesOfTheCurves() {
        // The plot runs from 52 to 824 for 0 to 5100 * 1.02 ms, so 2000 ms is at 348.8; 76 of 200 words are there by
        // then.
        tab.value("{const svg = document.getElementById('visible-picture'); const box = svg.getBoundingClientRect();"
                + " svg.dispatchEvent(new PointerEvent('pointermove', {clientX: box.left + 348.8 * box.width / 1080,"
                + " clientY: box.top + 9})); true}");
        String tip = tab.text("document.querySelector('.tip').textContent");
        assertThat(tip).startsWith("2.00 s").containsPattern("direct3[78] %").contains("proxy-full0.0 %");
        tab.value("document.getElementById('visible-picture').dispatchEvent(new PointerEvent('pointerleave'))");
        assertThat(tab.value("document.querySelector('.tip').hidden").asBoolean())
                .isTrue();
    }

    @Test
    void theArrowKeysReadTheValuesToo() {
        tab.width(1280);
        tab.value("document.getElementById('first-picture').parentElement.focus()");
        tab.press("ArrowRight");
        assertThat(tab.text("document.querySelector('.tip').textContent")).contains("direct");
        tab.press("Escape");
        assertThat(tab.value("document.querySelector('.tip').hidden").asBoolean())
                .isTrue();
    }

    @Test
    void withReducedMotionTheReplayWaitsAtItsEnd() {
        tab.media("prefers-reduced-motion", "reduce");
        tab.go(address);
        assertThat(state("direct")).isEqualTo("complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void nothingKeepsAnyoneOut(String scheme) {
        tab.media("prefers-color-scheme", scheme);
        tab.value("document.querySelectorAll('details').forEach((d) => d.open = true)");
        assertThat(Axe.graveBarriers(tab)).isEmpty();
        tab.width(1280);
        tab.picture(PICTURES.resolve(scheme + ".png"));
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 800, 1280})
    void thePageIsNeverWiderThanTheScreen(int width) {
        tab.width(width);
        assertThat(tab.value("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        tab.picture(PICTURES.resolve(width + ".png"));
    }
}
