package dev.streamux.simulations.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UserRampTest {
    @Test
    void usersArriveAtEvenDistances() {
        // 4 users in 2 s: one each 500 ms, the last 500 ms before the ramp is over.
        assertThat(new UserRamp(4, Duration.ofSeconds(2)).starts())
                .containsExactly(0L, 500_000_000L, 1_000_000_000L, 1_500_000_000L);
    }

    @Test
    void withoutARampAllUsersArriveAtOnce() {
        assertThat(new UserRamp(3, Duration.ZERO).starts()).containsExactly(0L, 0L, 0L);
    }
}
