package dev.streamux.cli;

import dev.streamux.analyzer.perception.rating.Calibration;
import dev.streamux.analyzer.perception.rating.Rating;
import dev.streamux.analyzer.perception.rating.Recalibration;
import dev.streamux.cli.analysis.CalibrationFile;
import dev.streamux.cli.analysis.CalibrationText;
import dev.streamux.cli.analysis.RatingsFile;
import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
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
            "Where one person rated several answers, name them in a column rater: the intervals then rest on the",
            "raters, of whom ten or more are needed, and stand beside those as if each rating came from another",
            "person. Without that column every rating counts as independent of the others."
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
        CalibrationText.print(fit, spec.commandLine().getOut());
        return ExitCodes.PASS;
    }
}
