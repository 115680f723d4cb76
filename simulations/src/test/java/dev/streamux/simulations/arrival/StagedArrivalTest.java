package dev.streamux.simulations.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StagedArrivalTest extends ArrivalLaws {
    @Override
    Arrival arrival() {
        return new StagedArrival(
                List.of(
                        new Stage(0, 100, Duration.ofSeconds(20)),
                        Stage.constant(0, Duration.ofSeconds(5)),
                        new Stage(400, 10, Duration.ofSeconds(10))),
                new Spacing.Poisson());
    }

    @Test
    void anEvenRampHasItsArrivalsWhereTheAreaUnderTheRateIsWhole() {
        // Rate 2t: count(t) = t², so arrival n is at sqrt(n) seconds; 4 s hold 16 of them.
        Arrival ramp = new StagedArrival(List.of(new Stage(0, 8, Duration.ofSeconds(4))), new Spacing.Even());
        long[] expected = IntStream.range(0, 16)
                .mapToLong(n -> Math.round(Math.sqrt(n) * 1e9))
                .toArray();
        assertThat(starts(ramp, SEED)).isEqualTo(expected);
    }

    @Test
    void aSpikeLiesWhereItsStageIs() {
        Arrival spike = new StagedArrival(
                List.of(
                        Stage.constant(1, Duration.ofSeconds(10)),
                        Stage.constant(100, Duration.ofSeconds(1)),
                        Stage.constant(1, Duration.ofSeconds(10))),
                new Spacing.Even());
        long[] starts = starts(spike, SEED);
        // 10 + 100 + 10 arrivals.
        assertThat(starts).hasSize(120);
        assertThat(LongStream.of(starts).filter(nanos -> nanos >= 10_000_000_000L && nanos < 11_000_000_000L))
                .hasSize(100);
    }

    @Test
    void aStageOfRateZeroIsAPause() {
        Arrival arrival = new StagedArrival(
                List.of(Stage.constant(0, Duration.ofSeconds(3)), Stage.constant(2, Duration.ofSeconds(1))),
                new Spacing.Even());
        assertThat(starts(arrival, SEED)).containsExactly(3_000_000_000L, 3_500_000_000L);
    }

    @Test
    void aNegativeRateIsRefused() {
        assertThatThrownBy(() -> Stage.constant(-1, Duration.ofSeconds(1)))
                .hasMessage("fromPerSecond is -1.0; it must be a finite number >= 0");
    }
}
