package dev.streamux.analyzer.perception;

import dev.streamux.analyzer.perception.curve.Facts;
import dev.streamux.analyzer.perception.curve.LogLogistic;
import dev.streamux.analyzer.perception.rating.Calibration;
import dev.streamux.analyzer.perception.rating.GoodnessOfFit;
import java.util.List;
import java.util.Locale;

/** What a model of the slow share rests on, in words that stand beside its numbers. */
final class ModelWords {
    private static final String WAIT_IS_ALL =
            "the wait is all that matters, and time in which there is something to read does not count";
    private static final String SLOW_IS_NOT_BAD = "slow is not bad: it says nothing of satisfaction, trust or quality";

    private ModelWords() {}

    static String calibration(Facts facts, LogLogistic curve) {
        return String.format(
                Locale.ROOT,
                "%.0f %% rated slow at a wait of %s s and %.0f %% at %s s; %s",
                facts.bufferedShare() * 100,
                facts.bufferedSeconds(),
                facts.streamedShare() * 100,
                facts.streamedSeconds(),
                constants(curve));
    }

    static String calibration(Calibration ratings) {
        return String.format(
                Locale.ROOT,
                "%d ratings%s of waits from %s to %s s; %s; fit: %s",
                ratings.ratings(),
                ratings.raters().isPresent() ? " by " + ratings.raters().getAsInt() + " raters" : "",
                ratings.lowestWaitSeconds(),
                ratings.highestWaitSeconds(),
                constants(ratings.curve()),
                ratings.fit().map(GoodnessOfFit::words).orElse("not tested, too few different waits"));
    }

    private static String constants(LogLogistic curve) {
        return String.format(Locale.ROOT, "T50 = %.4f s, beta = %.4f", curve.t50Seconds(), curve.beta());
    }

    static List<String> assumptions(Facts facts, int ratersPerFact) {
        return List.of(
                "drawn through two facts without a residual: it cannot be tested on them",
                "the facts came without a sample size; " + ratersPerFact + " raters behind each are assumed",
                WAIT_IS_ALL,
                "below " + facts.streamedSeconds() + " s and above about 5 s it extrapolates",
                SLOW_IS_NOT_BAD);
    }

    static List<String> assumptions(Calibration ratings) {
        return List.of(
                "fitted to " + ratings.ratings() + " ratings: it speaks for people and tasks like those",
                ratings.raters().isPresent()
                        ? "raters are independent of one another; several ratings by one of them need not be"
                        : "the ratings are independent; several by one person make the interval too narrow",
                WAIT_IS_ALL,
                "below " + ratings.lowestWaitSeconds() + " s and above " + ratings.highestWaitSeconds()
                        + " s it extrapolates",
                SLOW_IS_NOT_BAD);
    }
}
