package dev.streamux.simulations.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {
    @Test
    void distanceCountsSingleLetterChanges() {
        // kitten -> sitten -> sittin -> sitting: the textbook example.
        assertThat(NearestWord.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestWord.distance("", "abc")).isEqualTo(3);
        assertThat(NearestWord.distance("same", "same")).isZero();
    }

    @Test
    void aSlipOfThePenFindsItsWord() {
        assertThat(NearestWord.of("delivry", List.of("dialect", "delivery"))).contains("delivery");
    }

    @Test
    void aWordFarFromAllFindsNone() {
        assertThat(NearestWord.of("concurrency", List.of("dialect", "delivery")))
                .isEmpty();
        assertThat(NearestWord.hint("concurrency", List.of("dialect"))).isEmpty();
    }
}
