package dev.streamux.cli;

import dev.streamux.analyzer.perception.Facts;
import dev.streamux.analyzer.perception.Rating;
import dev.streamux.analyzer.perception.Recalibration;
import dev.streamux.analyzer.perception.SlowShareModel;
import dev.streamux.cli.analysis.RatingsFile;
import dev.streamux.trace.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux calibrate}: the slow-share curve of real ratings. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Fits the curve of the modelled slow share to real ratings, by maximum likelihood, and tests the fit.",
            "The CSV has a header: wait-seconds or wait-ms, slow (yes or no), and perhaps ratings; with ratings,",
            "slow is how many of them said slow. The wait is the reader wait of the answer that was rated."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./streamux calibrate ratings.csv")
final class CalibrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CSV", description = "The ratings.")
    private Path file;

    @Override
    public Integer call() {
        List<Rating> ratings = RatingsFile.read(file);
        Recalibration fit;
        try {
            fit = Recalibration.fit(ratings);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(file + ": " + e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "ratings     %d%n", fit.ratings());
        out.printf(Locale.ROOT, "T50         %.5f s%n", fit.curve().t50Seconds());
        out.printf(Locale.ROOT, "beta        %.5f%n", fit.curve().beta());
        out.printf(Locale.ROOT, "-log L      %.4f%n", fit.negativeLogLikelihood());
        out.printf(
                Locale.ROOT,
                "fit         G = %.3f over %d groups of waits, p = %.4f: %s%n",
                fit.g(),
                fit.bins(),
                fit.pValue(),
                fit.bins() < 3 ? "too few waits to test" : fit.pValue() < 0.05 ? "a poor fit" : "no sign of a misfit");
        SlowShareModel given = new SlowShareModel(Facts.GIVEN, 100);
        for (double seconds : new double[] {0.125, 0.5, 1, 2, 5.1}) {
            out.printf(
                    Locale.ROOT,
                    "at %5.3f s  %.1f %% slow; the given facts say %.1f %%%n",
                    seconds,
                    fit.curve().share(seconds) * 100,
                    given.share(seconds) * 100);
        }
        out.flush();
        return ExitCodes.PASS;
    }
}
