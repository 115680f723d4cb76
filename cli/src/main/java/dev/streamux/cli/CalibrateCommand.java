package dev.streamux.cli;

import dev.streamux.analyzer.perception.SlowShareModel;
import dev.streamux.analyzer.perception.curve.Facts;
import dev.streamux.analyzer.perception.rating.Calibration;
import dev.streamux.analyzer.perception.rating.GoodnessOfFit;
import dev.streamux.analyzer.perception.rating.Rating;
import dev.streamux.analyzer.perception.rating.Recalibration;
import dev.streamux.cli.analysis.CalibrationFile;
import dev.streamux.cli.analysis.RatingsFile;
import dev.streamux.trace.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux calibrate}: the slow-share curve of real ratings. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Fits the curve of the modelled slow share to real ratings, by maximum likelihood, and tests the fit.",
            "The CSV has a header: wait-seconds or wait-ms, slow (yes or no), and perhaps ratings; with ratings,",
            "slow is how many of them said slow. The wait is the reader wait of the answer that was rated.",
            "Every rating counts as independent of the others. Where one person rated several answers the real",
            "errors are larger, up to the square root of the ratings a person: keep one rating a person."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./streamux calibrate ratings.csv --out calibration.json",
            "  ./streamux analyze RUN --calibration calibration.json"
        })
final class CalibrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CSV", description = "The ratings.")
    private Path file;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the constants here, for analyze --calibration.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        List<Rating> ratings = RatingsFile.read(file);
        Recalibration fit;
        try {
            fit = Recalibration.fit(ratings);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(file + ": " + e.getMessage(), e);
        }
        if (out != null) {
            CalibrationFile.write(Calibration.of(fit), out);
        }
        print(fit, spec.commandLine().getOut());
        return ExitCodes.PASS;
    }

    private static void print(Recalibration fit, PrintWriter text) {
        double slopeError = Math.sqrt(fit.uncertainty().slopeVariance());
        text.printf(
                Locale.ROOT,
                "ratings     %d, of waits from %s to %s s%n",
                fit.ratings(),
                fit.lowestWaitSeconds(),
                fit.highestWaitSeconds());
        text.printf(Locale.ROOT, "T50         %.5f s%n", fit.curve().t50Seconds());
        text.printf(
                Locale.ROOT,
                "beta        %.5f, standard error %.5f%n",
                fit.curve().beta(),
                slopeError);
        text.println(
                "            as if each rating came from another person; larger where people rated several answers");
        text.printf(Locale.ROOT, "-log L      %.4f%n", fit.negativeLogLikelihood());
        text.printf(
                "fit         %s%n",
                fit.fit().map(GoodnessOfFit::words).orElse("not tested: fewer than three different waits"));
        SlowShareModel given = new SlowShareModel(Facts.GIVEN, 100);
        for (double seconds : new double[] {0.125, 0.5, 1, 2, 5.1}) {
            text.printf(
                    Locale.ROOT,
                    "at %5.3f s  %.1f %% slow; the given facts say %.1f %%%n",
                    seconds,
                    fit.curve().share(seconds) * 100,
                    given.share(seconds) * 100);
        }
        text.flush();
    }
}
