package dev.streamux.reports.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.RunAnalysis;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.SyntheticRun.Hold;
import dev.streamux.trace.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlineTest {
    @TempDir
    private Path folder;

    private RunResult result(SyntheticRun run) {
        return RunAnalysis.analyze(run.write(folder), AnalysisOptions.DEFAULTS);
    }

    @Test
    void namesTheBufferedArmsAndHowMuchLaterTheirFirstWordsCome() {
        // One round: first token at 100 + 25 = 125 ms, all of them at 100 + 200 * 25 = 5100 ms.
        assertThat(Headline.of(result(SyntheticRun.comparison(1))))
                .isEqualTo("buffered-json and proxy-full hide the answer until it is whole: first words after 5.1 s"
                        + " instead of 125 ms (direct), though the whole answer takes the same time.");
    }

    @Test
    void aBufferedArmAloneHasNothingToBeHeldAgainst() {
        assertThat(Headline.of(result(new SyntheticRun().arm("only", "x/y", "sse", new Hold.All(), 1))))
                .isEqualTo("only shows nothing until the whole answer is there: first words after 5.1 s.");
    }

    @Test
    void lumpsAreNamedWhenNothingIsBuffered() {
        SyntheticRun run = new SyntheticRun()
                .arm("direct", "direct", "sse", new Hold.None(), 1)
                .arm("timer", "proxy/time:1s", "sse", new Hold.Timer(1000), 1);
        assertThat(Headline.of(result(run)))
                .isEqualTo("timer coalesces the answer into lumps: first words after 1 s instead of 125 ms (direct).");
    }

    @Test
    void aRunThatStreamsSaysSo() {
        assertThat(Headline.of(result(new SyntheticRun().arm("direct", "direct", "sse", new Hold.None(), 1))))
                .isEqualTo("direct streams the answer as it is written: first words after 125 ms.");
    }

    @Test
    void failuresAreCountedWhenNothingCompleted() {
        SyntheticRun run = new SyntheticRun()
                .failures("direct", Outcome.UNREACHABLE, "connection refused", 1)
                .failures("proxy", Outcome.REJECTED, "503", 2);
        assertThat(Headline.of(result(run))).isEqualTo("No answer was completed: 2 rejected, 1 unreachable.");
    }

    @Test
    void anEmptyRunSaysThatItIsEmpty() {
        assertThat(Headline.of(result(new SyntheticRun()))).isEqualTo("This run holds no measured response.");
    }
}
