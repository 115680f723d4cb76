package dev.streamux.simulations.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.scenario.Budget;
import dev.streamux.simulations.scenario.BudgetMetric;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetSampleTest {
    private static final long MS = 1_000_000;

    private static ResponseTrace complete(String id, long firstMs, long secondMs) {
        return ResponseTrace.builder(id)
                .intendedNanos(100 * MS)
                .sentNanos(110 * MS)
                .endNanos(secondMs * MS)
                .chunks(Chunks.builder()
                        .add(firstMs * MS, 3, 9)
                        .add(secondMs * MS, 3, 9)
                        .build())
                .build();
    }

    private static Budget budget(BudgetMetric metric, double quantile, double limit) {
        return new Budget(metric.word(), metric, quantile, limit, false);
    }

    @Test
    void timesCountFromTheIntendedStart() {
        BudgetSample sample = new BudgetSample();
        sample.add(complete("a", 300, 450));
        // 300 - 100, 450 - 300, 450 - 100, 450 - 110, 110 - 100.
        assertThat(sample.value(budget(BudgetMetric.TIME_TO_FIRST_VISIBLE_TEXT, 1, 0)))
                .hasValue(200);
        assertThat(sample.value(budget(BudgetMetric.LONGEST_GAP, 1, 0))).hasValue(150);
        assertThat(sample.value(budget(BudgetMetric.RESPONSE_TIME, 1, 0))).hasValue(350);
        assertThat(sample.value(budget(BudgetMetric.SERVICE_TIME, 1, 0))).hasValue(340);
        assertThat(sample.value(budget(BudgetMetric.SCHEDULE_LAG, 1, 0))).hasValue(10);
    }

    @Test
    void aTruncatedStreamIsAFailureAndEntersNoTime() {
        BudgetSample sample = new BudgetSample();
        sample.add(complete("a", 300, 450));
        sample.add(
                complete("b", 200, 210).toBuilder().outcome(Outcome.TRUNCATED).build());
        assertThat(sample.value(budget(BudgetMetric.FAILED_SHARE, 1, 0))).hasValue(50);
        assertThat(sample.value(budget(BudgetMetric.TIME_TO_FIRST_VISIBLE_TEXT, 0, 0)))
                .hasValue(200);
    }

    @Test
    void whatWeStoppedIsNeitherFailureNorSuccess() {
        BudgetSample sample = new BudgetSample();
        sample.add(
                complete("a", 300, 450).toBuilder().outcome(Outcome.CANCELLED).build());
        assertThat(sample.judged()).isZero();
    }

    @Test
    void aBudgetThatNoResponseHasIsBroken() {
        assertThat(new BudgetSample().broken(List.of(budget(BudgetMetric.LONGEST_GAP, 0.95, 100))))
                .containsExactly("longest-gap: no response has it");
    }

    @Test
    void theLimitItselfBreaksAStrictBudget() {
        BudgetSample sample = new BudgetSample();
        sample.add(complete("a", 300, 450));
        assertThat(sample.broken(List.of(budget(BudgetMetric.LONGEST_GAP, 0.95, 150))))
                .containsExactly("longest-gap: it is 150.0 ms");
    }
}
