package dev.streamux.reports.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.SyntheticRun.Hold;
import dev.streamux.reports.finding.Finding.Cause;
import dev.streamux.reports.run.RunReport;
import dev.streamux.trace.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CausesTest {
    private static final String SHAPE = """
            {"schema":"streamux-diagnosis/1","routes":[{"route":"nginx/default","arms":["nginx"],"verdict":"%s",
              "certainty":"measured","sureness":"sure","delivery":[
                {"kind":"%s","title":"size buffer of 8192 B","when":"always","evidence":"16 bursts of 8192 B",
                 "likely":"a proxy of ours","fix":"flush_every_event on;"}],"further":[]}]}
            """;

    @TempDir
    private Path folder;

    /** The causes of one arm behind a route that is called nginx and collects for a second. */
    private Cause cause(String diagnosis) throws IOException {
        RunDirectory run = new SyntheticRun()
                .arm("nginx", "nginx/default", "sse", new Hold.Timer(1000), 1)
                .write(folder);
        if (!diagnosis.isEmpty()) {
            Files.writeString(run.diagnosis(), diagnosis);
        }
        RunReport report = RunReport.read(run, AnalysisOptions.DEFAULTS);
        return Findings.of(report.result(), report.annex().routes())
                .get(0)
                .causes()
                .get(0);
    }

    @Test
    void whatAProbeMeasuredGoesBeforeTheNameOfTheRoute() throws IOException {
        Cause cause = cause(SHAPE.formatted("held-back", "size-buffer"));
        assertThat(cause.reasons().get(0).why()).isEqualTo("Measured: size buffer of 8192 B; likely a proxy of ours.");
        assertThat(cause.reasons().get(0).evidence()).contains("arrivals");
        assertThat(cause.fix()).isEqualTo("flush_every_event on;");
        assertThat(cause.code()).isEmpty();
    }

    @Test
    void aRouteThatStreamsWhenExaminedAloneIsNotBlamed() throws IOException {
        Cause cause = cause(SHAPE.formatted("streamed", "streamed"));
        assertThat(cause.reasons().get(0).why())
                .startsWith("Examined alone after the run, the route nginx/default passes text on at once");
        assertThat(cause.fix()).isEmpty();
    }

    @Test
    void aRouteWithoutAVerdictGetsNoFix() throws IOException {
        Cause cause = cause(SHAPE.formatted("inconclusive", "withheld"));
        assertThat(cause.reasons().get(0).why()).endsWith("what holds text back is not known: inconclusive.");
        assertThat(cause.fix()).isEmpty();
    }

    @Test
    void withoutADiagnosisTheNameOnlySuggests() throws IOException {
        Cause cause = cause("");
        assertThat(cause.reasons().get(0).why())
                .isEqualTo("Not diagnosed: likely a buffer that has to fill, or a timer, on the route nginx/default.");
        assertThat(cause.fix()).startsWith("In nginx, switch buffering off");
    }
}
