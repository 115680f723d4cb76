package dev.streamux.analyzer.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.stats.Sample;
import dev.streamux.analyzer.stats.rank.KolmogorovSmirnov;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class StrictnessTest {
    @Test
    void theLibrarysDefaultIsTheStrictOne() {
        // 100, 110, … 190 and 125, 135, … 215: D = 0.3; P(D > d) is not P(D >= d).
        double[] x = IntStream.range(0, 10).mapToDouble(i -> 100 + 10 * i).toArray();
        double[] y = IntStream.range(0, 10).mapToDouble(i -> 125 + 10 * i).toArray();
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(x, y)).isCloseTo(0.41752, within(5e-6));
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(x, y, false))
                .isCloseTo(0.786930, within(5e-7));
        assertThat(KolmogorovSmirnov.test(Sample.of(x), Sample.of(y)).p()).isCloseTo(0.786930, within(5e-7));
    }
}
