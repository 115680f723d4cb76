package dev.streamux.mockllm.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketsTest {
    private final Buckets buckets = new Buckets(0.01, 0.1);

    @Test
    void aBoundBelongsToTheRangeBelowIt() {
        buckets.add(10_000_000);
        buckets.add(10_000_001);

        assertThat(buckets.snapshot().ranges())
                .containsExactly(new Buckets.Range(10_000_000, 1), new Buckets.Range(100_000_000, 2));
    }

    @Test
    void whatIsLongerThanTheLastBoundCountsInTheTotalOnly() {
        buckets.add(200_000_000);
        buckets.add(-5);

        // 200 ms and, for the negative one, 0.
        assertThat(buckets.snapshot().ranges())
                .containsExactly(new Buckets.Range(10_000_000, 1), new Buckets.Range(100_000_000, 1));
        assertThat(buckets.snapshot().count()).isEqualTo(2);
        assertThat(buckets.snapshot().sumNanos()).isEqualTo(200_000_000);
    }
}
