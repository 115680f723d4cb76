package dev.streamux.analyzer.perception;

import dev.streamux.analyzer.perception.ModelledSlowShare.Band;
import dev.streamux.analyzer.perception.curve.Facts;
import dev.streamux.analyzer.perception.curve.LogLogistic;
import dev.streamux.analyzer.perception.curve.LogNormalCurve;
import dev.streamux.analyzer.perception.curve.SlowCurve;
import dev.streamux.analyzer.perception.curve.WeibullCurve;
import dev.streamux.analyzer.perception.rating.Calibration;
import dev.streamux.analyzer.perception.rating.Uncertainty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * The model of the share rated as slow, with everything that is not known about it.
 *
 * <p>The default curve goes through both given facts exactly: two equations, two unknowns, no residual. {@code T50 = 1.0930}
 * s, {@code beta = 0.7017}. What cannot be told apart from it is in the alternatives.
 * Real ratings give another curve, one with residuals; see {@link Calibration}.
 */
public final class SlowShareModel {
    /** The model through two facts, and its version. */
    public static final String ID = "loglogistic-2pt-v1";

    /** The model of real ratings, and its version. */
    public static final String RATINGS_ID = "loglogistic-ratings-v1";

    /** The weights of occupied time that the sensitivity row shows. */
    static final List<Double> KAPPAS = List.of(0.0, 0.1, 0.2, 0.3);

    private static final int DRAWS = 400;
    private static final long SEED = 20_161_121L;

    private final String id;
    private final LogLogistic curve;
    private final List<SlowCurve> structures;
    private final List<SlowCurve> draws;
    private final Map<Double, LogLogistic> byKappa;
    private final String calibration;
    private final List<String> assumptions;

    /**
     * A model through {@code facts}.
     *
     * @param ratersPerFact the assumed number of raters behind each fact, ≥ 1; the facts come without one
     */
    public SlowShareModel(Facts facts, int ratersPerFact) {
        if (ratersPerFact < 1) {
            throw new IllegalArgumentException("raters per fact is " + ratersPerFact + "; it must be >= 1");
        }
        id = ID;
        curve = LogLogistic.through(facts, 0);
        structures = structures(facts);
        draws = draws(facts, ratersPerFact);
        byKappa = withOccupiedTime(facts);
        calibration = ModelWords.calibration(facts, curve);
        assumptions = ModelWords.assumptions(facts, ratersPerFact);
    }

    /**
     * A model of real ratings. Its interval is that of the fit, and its structural envelope holds the other forms through
     * what the curve says of the lowest and the highest rated wait. Ratings of waits alone cannot tell what occupied time
     * counts, so there is no sensitivity to kappa.
     */
    public SlowShareModel(Calibration ratings) {
        id = RATINGS_ID;
        curve = ratings.curve();
        structures = structures(ratings.ends());
        draws = draws(ratings);
        byKappa = Map.of();
        calibration = ModelWords.calibration(ratings);
        assumptions = ModelWords.assumptions(ratings);
    }

    /** The model of the given facts, with 100 raters assumed behind each. */
    public static SlowShareModel ofGivenFacts() {
        return new SlowShareModel(Facts.GIVEN, 100);
    }

    private static List<SlowCurve> structures(Facts facts) {
        List<SlowCurve> curves = new ArrayList<>();
        for (double gamma : new double[] {0, 0.05, 0.1, 0.15, 0.2}) {
            if (gamma < facts.streamedShare()) {
                curves.add(LogLogistic.through(facts, gamma));
                curves.add(LogNormalCurve.through(facts, gamma));
                curves.add(WeibullCurve.through(facts, gamma));
            }
        }
        return curves;
    }

    /** Curves through facts redrawn from Jeffreys' posterior; draws in which the order of the facts turns are left out. */
    private static List<SlowCurve> draws(Facts facts, int raters) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        BetaDistribution buffered = posterior(facts.bufferedShare(), raters);
        BetaDistribution streamed = posterior(facts.streamedShare(), raters);
        List<SlowCurve> curves = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            double slow = buffered.inverseCumulativeProbability(random.nextDouble());
            double fast = streamed.inverseCumulativeProbability(random.nextDouble());
            if (slow > fast && fast > 0 && slow < 1) {
                Facts drawn = new Facts(facts.bufferedSeconds(), slow, facts.streamedSeconds(), fast);
                curves.add(LogLogistic.through(drawn, 0));
            }
        }
        return curves;
    }

    /** Curves whose constants are drawn from the normal distribution of the fit; a falling one is left out. */
    private static List<SlowCurve> draws(Calibration ratings) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Uncertainty spread = ratings.uncertainty();
        double beta = ratings.curve().beta();
        double intercept = -beta * Math.log(ratings.curve().t50Seconds());
        double slopeDeviation = Math.sqrt(spread.slopeVariance());
        double shared = slopeDeviation == 0 ? 0 : spread.covariance() / slopeDeviation;
        double own = Math.sqrt(Math.max(0, spread.interceptVariance() - shared * shared));
        List<SlowCurve> curves = new ArrayList<>();
        curves.add(ratings.curve());
        for (int i = 0; i < DRAWS; i++) {
            double common = random.nextGaussian();
            double a = intercept + shared * common + own * random.nextGaussian();
            double b = beta + slopeDeviation * common;
            if (b > 0) {
                curves.add(new LogLogistic(Math.exp(-a / b), b, 0));
            }
        }
        return curves;
    }

    private static BetaDistribution posterior(double share, int raters) {
        return new BetaDistribution(null, share * raters + 0.5, (1 - share) * raters + 0.5);
    }

    /** The curve itself. */
    public LogLogistic curve() {
        return curve;
    }

    /** The share at one wait of {@code seconds}. */
    public double share(double seconds) {
        return curve.share(seconds);
    }

    /**
     * The curves if time after the first text counts as waiting, by its weight kappa; the buffered fact has no such time,
     * the streamed one {@code kappa * (3.2 - 0.18)} s of it.
     */
    private static Map<Double, LogLogistic> withOccupiedTime(Facts facts) {
        Map<Double, LogLogistic> curves = new LinkedHashMap<>();
        for (double kappa : KAPPAS) {
            double streamed = facts.streamedSeconds() + kappa * (facts.bufferedSeconds() - facts.streamedSeconds());
            Facts bent = new Facts(facts.bufferedSeconds(), facts.bufferedShare(), streamed, facts.streamedShare());
            curves.put(kappa, LogLogistic.through(bent, 0));
        }
        return Collections.unmodifiableMap(curves);
    }

    /** The curves by the weight of occupied time; empty for a model of real ratings. */
    Map<Double, LogLogistic> byKappa() {
        return byKappa;
    }

    /** The model and its version. */
    public String id() {
        return id;
    }

    /** The 95 % interval of the mean share over these waits, from redrawn facts, widened to hold {@code share}. */
    Band samplingBand(WaitHistogram waits, double share) {
        double[] shares = draws.stream().mapToDouble(waits::meanShare).sorted().toArray();
        double low = shares[(int) (0.025 * shares.length)];
        double high = shares[(int) (0.975 * shares.length)];
        return new Band(Math.min(low, share), Math.max(high, share));
    }

    /** Lowest and highest mean share over the forms and floors that fit the facts as well, {@code share} included. */
    Band structuralEnvelope(WaitHistogram waits, double share) {
        double low = share;
        double high = share;
        for (SlowCurve structure : structures) {
            double mean = waits.meanShare(structure);
            low = Math.min(low, mean);
            high = Math.max(high, mean);
        }
        return new Band(low, high);
    }

    /** What the curve was drawn through, and its constants, in words. */
    public String calibration() {
        return calibration;
    }

    /** What must hold for a share to mean anything. */
    List<String> assumptions() {
        return assumptions;
    }
}
