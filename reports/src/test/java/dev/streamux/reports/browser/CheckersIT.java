package dev.streamux.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page is checked with finds what is wrong in pages that are broken on purpose. */
class CheckersIT {
    private static final String HEAD = "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>t</title>";

    @TempDir
    private Path folder;

    private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private String file(String html) throws IOException {
        return Files.writeString(folder.resolve("page.html"), HEAD + html)
                .toUri()
                .toString();
    }

    @Test
    void axeFindsAPictureWithoutWordsFaintTextAndAFieldWithoutALabel() throws IOException {
        try (Tab tab = browser.open()) {
            tab.go(file("</head><body><main><h1>Title</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"
                    + "<p style='color:#ccc;background:#fff'>faint words</p><input type='text'></main></body></html>"));
            assertThat(Axe.graveBarriers(tab))
                    .anyMatch(barrier -> barrier.startsWith("image-alt at"))
                    .anyMatch(barrier -> barrier.startsWith("color-contrast at"))
                    .anyMatch(barrier -> barrier.startsWith("label at"));
        }
    }

    @Test
    void axeFindsNothingInAPageWithoutBarriers() throws IOException {
        try (Tab tab = browser.open()) {
            tab.go(file("</head><body><main><h1>Title</h1><p>words</p></main></body></html>"));
            assertThat(Axe.graveBarriers(tab)).isEmpty();
        }
    }

    @Test
    void aPageThatAsksAnotherHostIsSeenToAskAndComplains() throws IOException {
        try (Tab tab = browser.open()) {
            tab.disconnect();
            String address = file("</head><body><img src='http://127.0.0.1:1/pixel.png' alt=''></body></html>");
            tab.go(address);
            assertThat(tab.requests()).contains(address, "http://127.0.0.1:1/pixel.png");
            assertThat(tab.complaints()).isNotEmpty();
        }
    }

    @Test
    void anErrorOfAScriptIsAComplaint() throws IOException {
        try (Tab tab = browser.open()) {
            tab.go(file("</head><body><script>null.shown();</script></body></html>"));
            assertThat(tab.complaints()).anyMatch(line -> line.contains("shown"));
        }
    }

    @Test
    void inTheSandboxAPageThatNeedsItsScriptOrItsStyleIsSeenToBeEmpty() {
        String page = HEAD + "<style>svg { width: 300px; height: 100px }</style></head><body><p id='finding'></p>"
                + "<svg role='img' width='1' height='1'></svg>"
                + "<script>document.getElementById('finding').textContent = 'buffered';</script></body></html>";
        try (SandboxServer server = SandboxServer.of(page);
                Tab tab = browser.open()) {
            tab.go(server.address());
            assertThat(tab.text("document.body.innerText")).doesNotContain("buffered");
            assertThat(tab.value("document.querySelector('svg').getBoundingClientRect().width")
                            .asDouble())
                    .isLessThan(100);
            assertThat(tab.complaints()).anyMatch(line -> line.contains("style"));
        }
    }
}
