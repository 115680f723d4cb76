package dev.streamux.simulations.run.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.scenario.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SaturationSearchTest {
    private static SaturationSearch search(int from, int to, double precision) {
        return new SaturationSearch(new Load.Saturation(from, to, 2, Duration.ofSeconds(1), Duration.ZERO, precision));
    }

    /** The levels tried against a target that is good up to {@code capacity}. */
    private static List<Integer> levels(SaturationSearch search, int capacity) {
        List<Integer> levels = new ArrayList<>();
        OptionalInt next = OptionalInt.of(search.level());
        while (next.isPresent()) {
            levels.add(next.getAsInt());
            next = search.judged(next.getAsInt() <= capacity);
        }
        return levels;
    }

    @Test
    void goesUpByTheFactorAndThenHalvesTheDistance() {
        SaturationSearch search = search(10, 1000, 0.1);
        // 80 is bad, 40 good: 60 good, 70 good, 75 bad; 75 - 70 = 5 <= 10 % of 70, so it is over.
        assertThat(levels(search, 73)).containsExactly(10, 20, 40, 80, 60, 70, 75);
        assertThat(search.largestGood()).hasValue(70);
        assertThat(search.smallestBad()).hasValue(75);
    }

    @Test
    void endsAtTheLastLevelIfAllAreGood() {
        SaturationSearch search = search(30, 100, 0.1);
        assertThat(levels(search, 5000)).containsExactly(30, 60, 100);
        assertThat(search.smallestBad()).isEmpty();
    }

    @Test
    void goesDownIfTheFirstLevelIsBad() {
        SaturationSearch search = search(16, 100, 0.01);
        // 16, 8, 4 bad; 2 good; 3 good; 4 - 3 = 1 ends it.
        assertThat(levels(search, 3)).containsExactly(16, 8, 4, 2, 3);
        assertThat(search.largestGood()).hasValue(3);
    }

    @Test
    void aTargetThatIsNeverGoodHasNoLargestGoodLevel() {
        SaturationSearch search = search(4, 8, 0.1);
        assertThat(levels(search, 0)).containsExactly(4, 2, 1);
        assertThat(search.largestGood()).isEmpty();
        assertThat(search.smallestBad()).hasValue(1);
    }
}
