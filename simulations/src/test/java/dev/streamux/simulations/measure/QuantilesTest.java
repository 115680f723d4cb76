package dev.streamux.simulations.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void valuesBetweenTwoAreInterpolated() {
        Quantiles quantiles = new Quantiles();
        for (int value : new int[] {40, 10, 30, 20}) {
            quantiles.add(value);
        }
        // place 0.5 * 3 = 1.5, half-way between 20 and 30.
        assertThat(quantiles.at(0.5)).hasValue(25);
        assertThat(quantiles.at(0)).hasValue(10);
        assertThat(quantiles.at(1)).hasValue(40);
    }

    @Test
    void noValueHasNoQuantile() {
        assertThat(new Quantiles().at(0.5)).isEmpty();
    }

    @Test
    void valuesMayBeAddedAfterAQuestion() {
        Quantiles quantiles = new Quantiles();
        quantiles.add(2);
        assertThat(quantiles.at(1)).hasValue(2);
        quantiles.add(1);
        assertThat(quantiles.at(0)).hasValue(1);
    }
}
