package dev.streamux.analyzer.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.perception.SlowShareModel;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class SlowShareVectorsTest {
    @Test
    void theMappingIsAveragedAndNotTheAverageMapped() {
        SlowShareModel model = SlowShareModel.ofGivenFacts();
        // Waits log-normal with median 1 s and sigma 0.8: 20,000 of equal probability.
        NormalDistribution normal = new NormalDistribution(null, 0, 0.8);
        int waits = 20_000;
        double sum = 0;
        for (int i = 0; i < waits; i++) {
            sum += model.share(Math.exp(normal.inverseCumulativeProbability((i + 0.5) / waits)));
        }
        assertThat(sum / waits).isCloseTo(0.48547, within(5e-6));
        assertThat(model.share(1)).isCloseTo(0.48440, within(5e-6));
        assertThat(model.share(Math.exp(0.8 * 0.8 / 2))).isCloseTo(0.54045, within(5e-6));
    }
}
