package dev.streamux.cli.analysis;

import dev.streamux.analyzer.perception.SlowShareModel;
import dev.streamux.analyzer.perception.curve.LogLogistic;
import dev.streamux.analyzer.perception.rating.GoodnessOfFit;
import dev.streamux.analyzer.perception.rating.Recalibration;
import dev.streamux.analyzer.stats.Bounds.Interval;
import java.io.PrintWriter;
import java.util.Locale;

/** What {@code streamux calibrate} prints of a fit. */
public final class CalibrationText {
    private static final double[] WAITS = {0.125, 0.5, 1, 2, 5.1};

    private final Recalibration fit;
    private final PrintWriter text;

    private CalibrationText(Recalibration fit, PrintWriter text) {
        this.fit = fit;
        this.text = text;
    }

    /** Prints the curve, how sure it is, how well it fits, and its shares beside those of the given facts. */
    public static void print(Recalibration fit, PrintWriter text) {
        CalibrationText calibration = new CalibrationText(fit, text);
        calibration.constants();
        calibration.independence();
        calibration.fit();
        calibration.shares();
        text.flush();
    }

    private void constants() {
        LogLogistic curve = fit.curve();
        text.printf(
                Locale.ROOT,
                "ratings     %d%s, of waits from %s to %s s%n",
                fit.ratings(),
                fit.byRater().map(by -> " by " + by.raters() + " raters").orElse(""),
                fit.lowestWaitSeconds(),
                fit.highestWaitSeconds());
        text.printf(
                Locale.ROOT,
                "T50         %.5f s, 95 %% %s s%n",
                curve.t50Seconds(),
                words(fit.uncertainty().ofT50(curve)));
        text.printf(
                Locale.ROOT,
                "beta        %.5f, standard error %.5f, 95 %% %s%n",
                curve.beta(),
                Math.sqrt(fit.uncertainty().slopeVariance()),
                words(fit.uncertainty().ofBeta(curve)));
    }

    private void independence() {
        if (fit.byRater().isEmpty()) {
            text.println(
                    "            as if each rating came from another person; a column rater does without that assumption");
            return;
        }
        text.println("            raters are taken for independent, the ratings of one of them are not");
        text.printf(
                Locale.ROOT,
                "            as if each rating came from another person: T50 %s s, beta %s%n",
                words(fit.independent().ofT50(fit.curve())),
                words(fit.independent().ofBeta(fit.curve())));
    }

    private void fit() {
        text.printf(Locale.ROOT, "-log L      %.4f%n", fit.negativeLogLikelihood());
        text.println("fit         "
                + fit.fit().map(GoodnessOfFit::words).orElse("not tested: fewer than three different waits"));
        if (fit.byRater().isPresent() && fit.fit().isPresent()) {
            text.println("            the test takes all ratings for independent: a guide, no proof");
        }
    }

    private void shares() {
        SlowShareModel given = SlowShareModel.ofGivenFacts();
        for (double seconds : WAITS) {
            text.printf(
                    Locale.ROOT,
                    "at %5.3f s  %.1f %% slow; the given facts say %.1f %%%n",
                    seconds,
                    fit.curve().share(seconds) * 100,
                    given.share(seconds) * 100);
        }
    }

    private static String words(Interval interval) {
        return String.format(Locale.ROOT, "from %.5f to %.5f", interval.low(), interval.high());
    }
}
