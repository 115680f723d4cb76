package dev.streamux.simulations.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.simulations.arrival.Arrival;
import dev.streamux.simulations.arrival.Spacing;
import dev.streamux.simulations.arrival.Stage;
import dev.streamux.simulations.arrival.StagedArrival;
import dev.streamux.simulations.measure.BudgetSample;
import dev.streamux.simulations.scenario.Budget;
import dev.streamux.simulations.scenario.BudgetMetric;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import java.time.Duration;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The published example of a concurrency gate (vllm-project/vllm#54101): service 507 ms, an arrival each 100 ms, 8
 * requests, one slot. The tool in that report gave a mean of 506 and a p99 of 507 ms; people waited up to 3.4 s.
 */
class QueueingExampleTest {
    private static final long MS = 1_000_000;
    private static final long SERVICE = 507 * MS;

    /** One server, first come, first served. */
    private static BudgetSample queue(Arrival arrival, long freezeFrom, long freezeNanos) {
        BudgetSample sample = new BudgetSample();
        long free = 0;
        PrimitiveIterator.OfLong starts = arrival.starts(new SplittableRandom(1));
        int number = 0;
        while (starts.hasNext()) {
            long intended = starts.nextLong();
            long sent = Math.max(intended, free);
            if (sent >= freezeFrom && sent < freezeFrom + freezeNanos) {
                sent = freezeFrom + freezeNanos;
            }
            free = sent + SERVICE;
            sample.add(ResponseTrace.builder("q-" + number++)
                    .intendedNanos(intended)
                    .sentNanos(sent)
                    .endNanos(free)
                    .chunks(Chunks.builder().add(free, 1, 1).build())
                    .build());
        }
        return sample;
    }

    private static double quantile(BudgetSample sample, BudgetMetric metric, double share) {
        return sample.value(new Budget(metric.word(), metric, share, 0, false)).orElseThrow();
    }

    @Test
    void responseTimeShowsTheQueueThatServiceTimeHides() {
        Arrival tenPerSecond =
                new StagedArrival(List.of(Stage.constant(10, Duration.ofMillis(800))), new Spacing.Even());
        BudgetSample sample = queue(tenPerSecond, Long.MAX_VALUE / 2, 0);
        // Request i waits 407 i ms: the last of 8 waits 2 849 and has its answer after 3 356.
        assertThat(sample.judged()).isEqualTo(8);
        assertThat(quantile(sample, BudgetMetric.RESPONSE_TIME, 1)).isEqualTo(3356);
        // Linear p99 of 507 + 407 i: place 6.93, so 507 + 407 * 6.93 = 3 327.5; published 3 330.
        assertThat(quantile(sample, BudgetMetric.RESPONSE_TIME, 0.99)).isCloseTo(3327.5, within(0.1));
        // The median of an even line is its mean: 507 + 407 * 3.5 = 1 931.5; published 1 932.
        assertThat(quantile(sample, BudgetMetric.RESPONSE_TIME, 0.5)).isCloseTo(1931.5, within(0.1));
        assertThat(quantile(sample, BudgetMetric.SCHEDULE_LAG, 0.5)).isCloseTo(1424.5, within(0.1));
        assertThat(quantile(sample, BudgetMetric.SERVICE_TIME, 0.99)).isEqualTo(507);
    }

    @Test
    void aFreezeOfTheTargetShowsInTheResponseTimeOnly() {
        // Perfect traffic, one request a second for 100 s, then the target takes nothing for 20 s from 50 s on.
        Arrival onePerSecond =
                new StagedArrival(List.of(Stage.constant(1, Duration.ofSeconds(100))), new Spacing.Even());
        BudgetSample sample = queue(onePerSecond, 50_000 * MS, 20_000 * MS);
        assertThat(quantile(sample, BudgetMetric.SERVICE_TIME, 1)).isEqualTo(507);
        // The request of 50 s is taken at 70 s: 20 000 + 507.
        assertThat(quantile(sample, BudgetMetric.RESPONSE_TIME, 1)).isEqualTo(20_507);
        assertThat(quantile(sample, BudgetMetric.RESPONSE_TIME, 0.9)).isGreaterThan(10_000);
    }
}
