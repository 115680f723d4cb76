package dev.streamux.reports.annex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.SyntheticRun.Hold;
import dev.streamux.reports.html.HtmlReport;
import dev.streamux.reports.run.RunReport;
import dev.streamux.trace.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnexTest {
    private static final String GATE = """
            {"schema":"streamux-gate/1","verdict":"fail","outcomes":[
              {"text":"time-to-first-visible-text.p90 < 1s","arm":"direct","verdict":"fail","message":"p90 is 1.2 s",
               "evidence":{"quantity":"time-to-first-visible-text.p90","unit":"ms","value":1200,"limit":1000,"n":40}},
              {"text":"complete.share >= 99%","arm":"direct","verdict":"pass","message":"40 of 40",
               "evidence":{"quantity":"complete.share","unit":"ratio","value":1,"limit":0.99,"n":40}},
              {"text":"streamed","arm":"direct","verdict":"pass","message":"<script>alert(1)</script>\\u202e"}]}
            """;
    private static final String SELF_TEST = """
            {"schema":"streamux-selftest/1","verdict":"late","limitMillis":5,"shapes":[
              {"name":"base","verdict":"right","expectedFirstTextMillis":200,"measuredFirstTextMillis":200.5,
               "maxGapErrorMillis":0.7,"problems":[]},
              {"name":"burst","verdict":"late","expectedFirstTextMillis":100,"measuredFirstTextMillis":107,
               "maxGapErrorMillis":null,"problems":["the first text came 7 ms late"]}]}
            """;
    private static final String DIAGNOSIS = """
            {"schema":"streamux-diagnosis/1","routes":[{"route":"nginx/default","arms":["direct"],"verdict":"held-back",
              "certainty":"measured","sureness":"sure",
              "delivery":[{"kind":"size-buffer","title":"size buffer of 4096 B","likely":"nginx with only proxy_pass","when":"gzip-offered","evidence":"16 bursts","fix":"gzip off;"}],
              "further":[{"title":"goes on after the reader left","when":"always","evidence":"90 tokens","fix":""}],
              "measured":{"delivered":{"identity":{"addedFirstMillis":248.1,"bursts":16}}}}]}
            """;

    @TempDir
    private Path folder;

    private RunDirectory run;

    @BeforeEach
    void aRunOfOneArm() {
        run = new SyntheticRun()
                .arm("direct", "direct", "sse", new Hold.None(), 2)
                .write(folder);
    }

    private void put(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String page() {
        return HtmlReport.render(RunReport.read(run, AnalysisOptions.DEFAULTS)).replace('\u00a0', ' ');
    }

    @Test
    void aRunWithoutTheFilesHasNoAnnexAndNoRemark() {
        assertThat(Annex.read(run)).isEqualTo(Annex.NONE);
        assertThat(page()).doesNotContain("What the gate says").doesNotContain("What each route does");
    }

    @Test
    void onlyLimitsOnTimesAreLines() {
        put("gate.json", GATE);
        Annex annex = Annex.read(run);
        assertThat(annex.limits("time-to-first-visible-text")).containsExactly(new GateLimit("p90", 1000));
        assertThat(annex.limits("complete")).isEmpty();
        assertThat(page())
                .contains("What the gate says: ✕ fail")
                .contains("gate: p90 within 1 s")
                .doesNotContain("<script>alert(1)")
                .doesNotContain("\u202e");
    }

    @Test
    void thePageNamesTheBaselineTheLookAndTheNotes() {
        put("gate.json", GATE.replace("\"verdict\":\"fail\",\"outcomes\"", """
                "verdict":"fail","notes":["the arms may be swapped"],
                "baselineRun":{"text":"out/base, started 2026-11-20T09:00:00Z; same machine"},
                "look":{"number":2,"most":5,"early":true,"text":"2 of 5 at most","decidedBy":["wait: FAIL <b>"]},
                "outcomes\""""));
        assertThat(page())
                .contains("Baseline: out/base, started 2026-11-20T09:00:00Z; same machine.")
                .contains("Look 2 of 5 at most: wait: FAIL &lt;b")
                .contains("Note: the arms may be swapped.");
    }

    @Test
    void theSelfTestSaysHowFarTheClientWasOff() {
        put("selftest.json", SELF_TEST);
        // 107 - 100 = 7 ms is more than 0.5 and 0.7.
        assertThat(Annex.read(run).selfTest().orElseThrow().worstMillis()).hasValue(7);
        assertThat(page()).contains("late: burst (late): the first text came 7 ms late");
    }

    @Test
    void everyFindingOfARouteIsARow() {
        put("diagnosis.json", DIAGNOSIS);
        assertThat(page())
                .contains("size buffer of 4096 B, gzip offered")
                .contains("gzip off;")
                .contains("goes on after the reader left")
                .contains("248 ms");
    }

    @Test
    void aHalfWrittenFileIsARemarkAndNoFailure() {
        put("gate.json", GATE.substring(0, 90));
        put("selftest.json", "{\"schema\":\"streamux-selftest/9\"}");
        assertThat(Annex.read(run).remarks())
                .containsExactly(
                        "gate.json is left out: it is no JSON, perhaps half written.",
                        "selftest.json is left out: its schema is \"streamux-selftest/9\", not"
                                + " \"streamux-selftest/1\".");
        assertThat(page()).contains("gate.json is left out");
    }
}
