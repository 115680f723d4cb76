package dev.streamux.reports.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.SyntheticRun.Hold;
import dev.streamux.reports.page.Table;
import dev.streamux.reports.run.RunReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTablesTest {
    @TempDir
    private Path folder;

    private RunReport report;

    @BeforeEach
    void twoArmsWithAnAnswerEach() {
        SyntheticRun run = new SyntheticRun()
                .arm("direct", "direct", "sse", new Hold.None(), 1)
                .arm("flushed", "proxy/time:1s", "sse", new Hold.Timer(1000), 1);
        report = RunReport.read(run.write(folder), AnalysisOptions.DEFAULTS);
    }

    @Test
    void aFrameHasTheShareThatWasVisibleByThen() {
        Table table = PictureTables.filmstrip(report);
        assertThat(table.headings()).startsWith("arm", "500 ms", "1 s");
        // Of 1035 characters by 500 ms the 67 + 21 of 16 words, by 1 s the 2 * 67 + 52 of 36 words.
        assertThat(table.rows().get(0)).startsWith("direct", "9 %", "18 %");
        assertThat(table.rows().get(1)).startsWith("flushed", "0 %", "18 %");
    }

    @Test
    void theSharesOfAllStretchesMakeAWhole() {
        for (List<String> row : PictureTables.arrivals(report).rows()) {
            int sum = row.stream()
                    .skip(1)
                    .mapToInt(cell -> Integer.parseInt(cell.replace(" %", "")))
                    .sum();
            // Each of the eleven shares is rounded by half a per cent at most.
            assertThat(sum).as(row.toString()).isBetween(95, 105);
        }
    }

    @Test
    void aSilenceIsTheWaitForTheFirstWordsAndEveryStall() {
        assertThat(PictureTables.silences(report, 500).rows())
                .containsExactly(
                        List.of("direct", "125 ms", "0", "0 ms", "0 ms"),
                        // Text at 1, 2, 3, 4, 5 and 5.1 s: four gaps of a second.
                        List.of("flushed", "1 s", "4", "1 s", "4 s"));
    }

    @Test
    void bothAnswersStartInTheFirstStretch() {
        List<List<String>> rows = PictureTables.load(report).rows();
        assertThat(rows).hasSize(10);
        assertThat(rows.get(0)).containsExactly("0 ms", "2", "0", "125 ms", "0");
        assertThat(rows.get(9)).contains("0", "2");
    }
}
