package dev.streamux.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.SyntheticRun;
import dev.streamux.reports.SyntheticRun.Hold;
import dev.streamux.reports.run.RunPair;
import dev.streamux.reports.run.RunReport;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.SelfCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that nobody plans for have sensible pages too. */
class OddRunsTest {
    private static final int HARD_LIMIT = 1_000_000;

    @TempDir
    private Path folder;

    private String page(SyntheticRun run) {
        return plain(HtmlReport.render(RunReport.read(run.write(folder), AnalysisOptions.DEFAULTS)));
    }

    /** With plain blanks before the units. */
    private static String plain(String page) {
        return page.replace('\u00a0', ' ');
    }

    @Test
    void anEmptyRunHasAPageThatSaysSo() {
        assertThat(page(new SyntheticRun()))
                .contains("This run holds no measured response.")
                .doesNotContain("What a reader sees")
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    @Test
    void oneResponseHasEveryPictureAndNoIntervals() {
        assertThat(page(new SyntheticRun().arm("only", "direct", "sse", new Hold.None(), 1)))
                .contains("only streams the answer as it is written")
                .contains("none: n = 1")
                .doesNotContain("NaN");
    }

    @Test
    void onlyFailuresAreNamedAndCounted() {
        String page = page(new SyntheticRun()
                .failures("direct", Outcome.UNREACHABLE, "connection refused", 2)
                .failures("proxy", Outcome.REJECTED, "503", 1));
        assertThat(page)
                .contains("No answer was completed: 2 unreachable, 1 rejected.")
                .contains("3 of 3 answers did not reach the end.")
                .contains("2 unreachable of 2 answers.", "1 rejected of 1 answer.")
                .doesNotContain("NaN")
                .doesNotContain("role=\"img\"")
                .doesNotContain("What a reader sees");
    }

    @Test
    void twentyArmsStayWithinTheHardLimit() {
        SyntheticRun run = new SyntheticRun();
        for (int arm = 0; arm < 20; arm++) {
            run.arm("arm-" + arm, "proxy/time:" + (arm + 1) + "00ms", "sse", new Hold.Timer(100 * (arm + 1)), 3);
        }
        assertThat(page(run).getBytes(StandardCharsets.UTF_8).length).isLessThan(HARD_LIMIT);
    }

    @Test
    void aMillionTokensStayWithinTheHardLimit() {
        // 40 answers of 5,000 tokens and 4,000 of 200: a million.
        SyntheticRun run = new SyntheticRun();
        for (int answer = 0; answer < 40; answer++) {
            Chunks.Builder chunks = Chunks.builder();
            for (int i = 0; i < 5_000; i++) {
                chunks.add(1_000_000L * (i + 1), 4, 100);
            }
            run.add(SyntheticRun.trace("long", answer)
                    .intendedNanos(0)
                    .sentNanos(0)
                    .text("fo\n\n".repeat(5_000))
                    .chunks(chunks.build())
                    .endNanos(5_001_000_000L)
                    .build());
        }
        run.arm("direct", "direct", "sse", new Hold.None(), 4_000);
        String page = page(run);
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(HARD_LIMIT);
        assertThat(page).contains("at most 12\u202f000 characters");
    }

    @Test
    void aRunAtSeveralLevelsOfLoadHasARidgeForEach() {
        SyntheticRun run = new SyntheticRun();
        for (int level : new int[] {25, 50, 100}) {
            for (int i = 0; i < 5; i++) {
                long first = 200_000_000L + level * 2_000_000L + i * 1_000_000L;
                run.add(SyntheticRun.trace("users-" + level + "-" + i, 0)
                        .arm("chat")
                        .attribute("level", String.valueOf(level))
                        .text("word")
                        .chunks(Chunks.builder().add(first, 4, 90).build())
                        .endNanos(first + 1)
                        .build());
            }
        }
        // The third of five: 2 ms a user and 2 ms more.
        assertThat(page(run))
                .contains("id=\"ridges-picture\"")
                .contains("median 52 ms with 25 users, median 102 ms with 50 users, median 202 ms with 100 users");
        assertThat(page(SyntheticRun.comparison(1))).doesNotContain("ridges-picture");
    }

    @Test
    void aRunThatCannotBeTrustedSaysSoAtTheTop() {
        SelfCheck check =
                new SelfCheck(Map.of("mock-lateness-p99-ms", 80.0), false, List.of("the mock was 80 ms late"));
        String page = page(SyntheticRun.comparison(1).selfCheck(check).stopped());
        assertThat(page.substring(0, page.indexOf("<main")))
                .contains("This run cannot be trusted: the mock was 80 ms late")
                .contains("stopped before its planned end");
    }

    @Test
    void textThatWasNotRecordedIsNotReplayedButStillDrawn() {
        Chunks chunks = Chunks.builder()
                .add(300_000_000L, 5, 90)
                .add(400_000_000L, 5, 90)
                .build();
        assertThat(page(new SyntheticRun()
                        .add(SyntheticRun.trace("silent", 0)
                                .text(null)
                                .chunks(chunks)
                                .endNanos(401_000_000L)
                                .build())))
                .contains("filmstrip-picture");
    }

    @Test
    void twoRunsAreHeldAgainstEachOtherArmByArm() {
        RunDirectory before = new SyntheticRun()
                .arm("chat", "direct", "sse", new Hold.None(), 8)
                .write(folder.resolve("a"));
        RunDirectory after = new SyntheticRun()
                .arm("chat", "direct", "sse", new Hold.All(), 8)
                .write(folder.resolve("b"));
        String page = plain(HtmlReport.render(RunPair.read(before, after, AnalysisOptions.DEFAULTS)));
        // 5100 - 125 = 4975 ms.
        assertThat(page)
                .contains("Readers wait longer than before in chat: 4.98 s more in the median.")
                .contains("chat (before)")
                .contains("chat (after)");
    }

    @Test
    void runsWithoutACommonArmAreAMistake() {
        RunDirectory before =
                new SyntheticRun().arm("a", "direct", "sse", new Hold.None(), 1).write(folder.resolve("a"));
        RunDirectory after =
                new SyntheticRun().arm("b", "direct", "sse", new Hold.None(), 1).write(folder.resolve("b"));
        Assertions.assertThatThrownBy(() -> RunPair.read(before, after, AnalysisOptions.DEFAULTS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no arm in common");
    }
}
