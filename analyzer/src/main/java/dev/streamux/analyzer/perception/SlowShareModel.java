package dev.streamux.analyzer.perception;

import dev.streamux.analyzer.perception.ModelledSlowShare.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * The model of the share rated as slow, with everything that is not known about it.
 *
 * <p>The default curve goes through both facts exactly: two equations, two unknowns, no residual. {@code T50 = 1.0930}
 * s, {@code beta = 0.7017}. What cannot be told apart from it is in the alternatives.
 */
public final class SlowShareModel {
    /** The model and its version. */
    public static final String ID = "loglogistic-2pt-v1";

    /** The weights of occupied time that the sensitivity row shows. */
    static final List<Double> KAPPAS = List.of(0.0, 0.1, 0.2, 0.3);

    private static final int DRAWS = 400;
    private static final long SEED = 20_161_121L;

    private final Facts facts;
    private final int ratersPerFact;
    private final LogLogistic curve;
    private final List<SlowCurve> structures;
    private final List<SlowCurve> draws;

    /**
     * A model through {@code facts}.
     *
     * @param ratersPerFact the assumed number of raters behind each fact, ≥ 1; the facts come without one
     */
    public SlowShareModel(Facts facts, int ratersPerFact) {
        if (ratersPerFact < 1) {
            throw new IllegalArgumentException("raters per fact is " + ratersPerFact + "; it must be >= 1");
        }
        this.facts = facts;
        this.ratersPerFact = ratersPerFact;
        curve = LogLogistic.through(facts, 0);
        structures = structures(facts);
        draws = draws(facts, ratersPerFact);
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
     * The curve if time after the first text counts as waiting with weight {@code kappa}; the buffered fact has no such
     * time, the streamed one {@code kappa * (3.2 - 0.18)} s of it.
     */
    LogLogistic curveWithOccupiedTime(double kappa) {
        double streamed = facts.streamedSeconds() + kappa * (facts.bufferedSeconds() - facts.streamedSeconds());
        return LogLogistic.through(
                new Facts(facts.bufferedSeconds(), facts.bufferedShare(), streamed, facts.streamedShare()), 0);
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

    /** The facts and the constants, in words. */
    String calibration() {
        return String.format(
                Locale.ROOT,
                "%.0f %% rated slow at a wait of %s s and %.0f %% at %s s; T50 = %.4f s, beta = %.4f",
                facts.bufferedShare() * 100,
                facts.bufferedSeconds(),
                facts.streamedShare() * 100,
                facts.streamedSeconds(),
                curve.t50Seconds(),
                curve.beta());
    }

    /** What must hold for a share to mean anything. */
    List<String> assumptions() {
        return List.of(
                "drawn through two facts without a residual: it cannot be tested on them",
                "the facts came without a sample size; " + ratersPerFact + " raters behind each are assumed",
                "the wait is all that matters, and time in which there is something to read does not count",
                "below " + facts.streamedSeconds() + " s and above about 5 s it extrapolates",
                "slow is not bad: it says nothing of satisfaction, trust or quality");
    }
}
