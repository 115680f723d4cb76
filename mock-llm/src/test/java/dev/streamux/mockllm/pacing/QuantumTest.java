package dev.streamux.mockllm.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class QuantumTest {
    @Test
    void aQuietLoopWakesForEachDeadlineAndABusyOneSeldom() {
        assertThat(Quantum.AUTOMATIC.nanos(0)).isZero();
        assertThat(Quantum.AUTOMATIC.nanos(24_999)).isZero();
        assertThat(Quantum.AUTOMATIC.nanos(25_000)).isEqualTo(100_000);
        assertThat(Quantum.AUTOMATIC.nanos(99_999)).isEqualTo(100_000);
        assertThat(Quantum.AUTOMATIC.nanos(100_000)).isEqualTo(250_000);
    }

    @Test
    void aFixedOneHoldsAtEveryRateButNotBelowTheFloor() {
        Quantum fixed = new Quantum(OptionalLong.of(500), 0);

        assertThat(fixed.nanos(1e6)).isEqualTo(500);
        assertThat(fixed.atLeast(1_000_000).nanos(0)).isEqualTo(1_000_000);
        assertThat(Quantum.AUTOMATIC.atLeast(1_000_000).nanos(1e6)).isEqualTo(1_000_000);
    }
}
