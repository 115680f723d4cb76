package dev.streamux.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.stats.QuantileBounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareScheduleTest {
    private static final CompareSettings SETTINGS = new CompareSettings(
            CompareArms.named(List.of("direct", "proxy-full", "buffered-json")),
            3,
            200,
            40,
            Duration.ofMillis(100),
            7,
            0,
            Path.of("out"));

    @Test
    void everySecondRoundRunsTheOtherWayRound() {
        assertThat(CompareSchedule.measured(SETTINGS))
                .extracting(planned -> planned.arm().name())
                .containsExactly(
                        "direct",
                        "proxy-full",
                        "buffered-json",
                        "buffered-json",
                        "proxy-full",
                        "direct",
                        "direct",
                        "proxy-full",
                        "buffered-json");
    }

    @Test
    void allArmsOfARoundShareTheirSeedAndRoundsDoNot() {
        assertThat(CompareSchedule.measured(SETTINGS))
                .extracting(PlannedRequest::seed)
                .containsExactly(7L, 7L, 7L, 8L, 8L, 8L, 9L, 9L, 9L);
    }

    @Test
    void startsAreEvenlySpaced() {
        List<PlannedRequest> planned = CompareSchedule.measured(SETTINGS);
        for (int i = 0; i < planned.size(); i++) {
            assertThat(planned.get(i).offsetNanos()).isEqualTo(i * 150_000_000L);
        }
    }

    @Test
    void theDefaultCarriesAP90OfEveryArmInAboutAMinute() {
        int requests = CompareSettings.DEFAULT_REQUESTS;
        assertThat(requests).isGreaterThanOrEqualTo(QuantileBounds.minimumSize(0.9, 0.95));
        assertThat(CompareSchedule.SPACING.multipliedBy((long) CompareArms.all().size() * requests))
                .isLessThanOrEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void idsAreUnique() {
        List<PlannedRequest> planned = new java.util.ArrayList<>(CompareSchedule.warmUp(SETTINGS));
        planned.addAll(CompareSchedule.measured(SETTINGS));
        assertThat(planned).extracting(PlannedRequest::id).doesNotHaveDuplicates();
    }

    @Test
    void theLastTokenOfTheMissionsAnswerIsDueAfterFiveSeconds() {
        // 100 ms + 199 gaps of 25 ms = 5075 ms
        assertThat(SETTINGS.answerTime()).isEqualTo(Duration.ofMillis(5075));
    }
}
