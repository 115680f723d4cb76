package dev.streamux.mockllm.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Limits LIMITS = new Limits(20, 10, 0.05);

    /** So many values whose p99 is this, in milliseconds. */
    private static MockStats.Quantiles p99(long count, double millis) {
        return new MockStats.Quantiles(count, 1, 1, millis, millis);
    }

    @Test
    void whatIsExactlyAtItsLimitIsGood() {
        assertThat(Judgement.reasons(LIMITS, p99(200, 20), p99(200, 10), OptionalDouble.of(0.05)))
                .isEmpty();
    }

    @Test
    void eachLimitHasItsOwnReason() {
        assertThat(Judgement.reasons(LIMITS, p99(200, 20.1), p99(200, 10.1), OptionalDouble.of(0.06)))
                .satisfiesExactly(
                        late -> assertThat(late).contains("20.1 ms late").contains("limit is 20.0 ms"),
                        held -> assertThat(held).contains("event loops").contains("limit is 10.0 ms"),
                        collected -> assertThat(collected).contains("6.0 %").contains("limit is 5.0 %"));
    }

    @Test
    void tooFewValuesAreNotJudged() {
        assertThat(Judgement.reasons(LIMITS, p99(199, 500), p99(199, 500), OptionalDouble.empty()))
                .isEmpty();
    }
}
