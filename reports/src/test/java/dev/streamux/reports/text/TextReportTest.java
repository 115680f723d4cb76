package dev.streamux.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.run.RunReport;
import dev.streamux.trace.run.SelfCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReportTest {
    private static final SelfCheck LATE =
            new SelfCheck(Map.of("mock-lateness-p99-ms", 40.0), false, List.of("the mock was 40 ms late"));

    @TempDir
    private Path folder;

    private RunReport report(SelfCheck selfCheck) {
        return RunReport.read(SyntheticRun.comparison(1).selfCheck(selfCheck).write(folder), AnalysisOptions.DEFAULTS);
    }

    @Test
    void aRunThatIsNotValidBeginsWithWhyAndGetsNoAdvice() {
        RunReport invalid = report(LATE);
        assertThat(TextReport.of(invalid))
                .startsWith("This run is not valid, so nothing follows from it:\n  - the mock was 40 ms late\n\narm ")
                .doesNotContain("fix:")
                .doesNotContain("hide the answer");
        assertThat(MarkdownReport.of(invalid))
                .startsWith("### This run is not valid, so nothing follows from it.\n\n- the mock was 40 ms late\n")
                .doesNotContain("Fix:");
    }

    @Test
    void theSameRunWithAGoodSelfCheckGetsItsAdvice() {
        assertThat(TextReport.of(report(new SelfCheck(Map.of("mock-lateness-p99-ms", 40.0), true, List.of()))))
                .contains("hide the answer until it is whole")
                .contains("fix: ");
    }
}
