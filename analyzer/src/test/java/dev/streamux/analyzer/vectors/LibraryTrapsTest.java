package dev.streamux.analyzer.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.stats.Sample;
import dev.streamux.analyzer.stats.rank.KolmogorovSmirnov;
import dev.streamux.analyzer.stats.rank.MannWhitney;
import dev.streamux.analyzer.stats.rank.SignedRank;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.NumberIsTooLargeException;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

/** What commons-math3 gives at first hand beside what is asked for: should it change, the reason for our own code is gone. */
class LibraryTrapsTest {
    /** 100, 110, … 190 and 125, 135, … 215. */
    private static final double[] X =
            IntStream.range(0, 10).mapToDouble(i -> 100 + 10 * i).toArray();

    private static final double[] Y =
            IntStream.range(0, 10).mapToDouble(i -> 125 + 10 * i).toArray();

    /** Each of 1 to 5 twice, and each of 2 to 6: four groups of four equal values and two of two. */
    private static final double[] TIED_X = {1, 1, 2, 2, 3, 3, 4, 4, 5, 5};

    private static final double[] TIED_Y =
            DoubleStream.of(TIED_X).map(x -> x + 1).toArray();

    @Test
    void theLibrarysUHasNoDirection() {
        MannWhitneyUTest library = new MannWhitneyUTest();
        assertThat(library.mannWhitneyU(X, Y)).isEqualTo(72);
        assertThat(library.mannWhitneyU(Y, X)).isEqualTo(72);
        assertThat(MannWhitney.test(Sample.of(X), Sample.of(Y)).u()).isEqualTo(72);
        assertThat(MannWhitney.test(Sample.of(Y), Sample.of(X)).u()).isEqualTo(28);
    }

    @Test
    void theLibrarysMannWhitneyDoesNotCorrectForTies() {
        // U = 68, z = 18 / sqrt(175) without and 18 / sqrt(175 (1 - 252 / 7980)) with the correction.
        assertThat(new MannWhitneyUTest().mannWhitneyUTest(TIED_X, TIED_Y)).isCloseTo(0.17362, within(5e-6));
        MannWhitney corrected = MannWhitney.test(Sample.of(TIED_X), Sample.of(TIED_Y));
        assertThat(corrected.u()).isEqualTo(68);
        assertThat(corrected.pTwoSided()).isCloseTo(0.16676, within(5e-6));
    }

    @Test
    void theLibrarysDefaultIsTheStrictOne() {
        // D = 0.3; P(D > d) is not P(D >= d).
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(X, Y)).isCloseTo(0.41752, within(5e-6));
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(X, Y, false))
                .isCloseTo(0.786930, within(5e-7));
        assertThat(KolmogorovSmirnov.test(Sample.of(X), Sample.of(Y)).p()).isCloseTo(0.786930, within(5e-7));
    }

    @Test
    @SuppressWarnings("deprecation") // The only constructor with a seed.
    void theLibraryBreaksTiesByChance() {
        // D = 0.2 by counting; jitter makes 0.3 of it, whose p is that of the samples above.
        KolmogorovSmirnovTest library = new KolmogorovSmirnovTest(new Well19937c(1));
        assertThat(library.kolmogorovSmirnovTest(TIED_X, TIED_Y, false)).isCloseTo(0.78693, within(5e-6));
        KolmogorovSmirnov counted = KolmogorovSmirnov.test(Sample.of(TIED_X), Sample.of(TIED_Y));
        assertThat(counted.distance()).isEqualTo(0.2);
        assertThat(counted.p()).isCloseTo(0.99446, within(5e-6));
    }

    @Test
    void theLibrarysPercentileIsAnotherOne() {
        assertThat(new Percentile().evaluate(X, 90)).isEqualTo(189);
        assertThat(Sample.of(X).quantile(0.9)).isCloseTo(181, within(1e-12));
    }

    @Test
    void theLibrarysSignedRankIsExactForThirtyPairsOnly() {
        // All 40 positive: 1 of 2^40 signs on this side, 2 on both.
        double[] differences = IntStream.rangeClosed(1, 40).asDoubleStream().toArray();
        double[] zeros = new double[40];
        WilcoxonSignedRankTest library = new WilcoxonSignedRankTest();
        assertThatThrownBy(() -> library.wilcoxonSignedRankTest(differences, zeros, true))
                .isInstanceOf(NumberIsTooLargeException.class);
        assertThat(library.wilcoxonSignedRankTest(differences, zeros, false)).isGreaterThan(1e-8);
        assertThat(SignedRank.test(Sample.of(differences)).pTwoSided()).isEqualTo(2 * Math.pow(2, -40));
    }
}
