package dev.streamux.analyzer.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashSampleTest {
    private static List<Integer> sample(List<Integer> things) {
        HashSample<Integer> sample = new HashSample<>(20, 400);
        for (int thing : things) {
            sample.offer("name-" + thing, "id-" + thing, thing % 50, thing);
        }
        return sample.things();
    }

    @Test
    void theSampleDoesNotDependOnTheOrder() {
        List<Integer> things = new ArrayList<>(IntStream.range(0, 500).boxed().toList());
        List<Integer> first = sample(things);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(things, new Random(seed));
            assertThat(sample(things)).as("seed %d", seed).isEqualTo(first);
        }
        assertThat(first.stream().mapToInt(thing -> thing % 50).sum()).isLessThanOrEqualTo(400);
    }

    @Test
    void whatFitsIsWholeAndOneThingAlwaysFits() {
        HashSample<String> sample = new HashSample<>(2, 10);
        sample.offer("a", "a", 99, "heavy");
        assertThat(sample.things()).containsExactly("heavy");
        assertThat(sample.isWhole()).isTrue();
        assertThat(sample.find("a", "a")).contains("heavy");
        sample.offer("b", "b", 1, "light");
        assertThat(sample.isWhole()).isFalse();
        assertThat(sample.size()).isEqualTo(1);
    }

    @Test
    void theSameThingAgainTakesItsOwnPlace() {
        HashSample<String> sample = new HashSample<>(2, 10);
        sample.offer("a", "a", 6, "first");
        sample.offer("a", "a", 6, "again");
        assertThat(sample.things()).containsExactly("again");
        assertThat(sample.isWhole()).isTrue();
    }
}
