package dev.streamux.cli.analysis;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.perception.SlowShareModel;
import dev.streamux.analyzer.perception.curve.Facts;
import dev.streamux.analyzer.reading.ReaderPopulation;
import dev.streamux.analyzer.reading.ReadingSpeed;
import dev.streamux.trace.InvalidInputException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The constants of an analysis as options of a command; a mixin. */
public final class AnalysisSettings {
    @Option(
            names = "--reading-speed",
            defaultValue = "238",
            paramLabel = "WPM",
            description = "Words a minute of the reader, 5.4325 characters each. Default: ${DEFAULT-VALUE}.")
    private double wordsPerMinute;

    @Option(
            names = "--target",
            defaultValue = "1000",
            paramLabel = "MS",
            description = "Wait for the first text that costs nothing. Default: ${DEFAULT-VALUE}.")
    private double targetMillis;

    @Option(
            names = "--stall",
            defaultValue = "500",
            paramLabel = "MS",
            description = "A longer gap is a stall. Default: ${DEFAULT-VALUE}.")
    private double stallMillis;

    @Option(
            names = "--fluidity",
            defaultValue = "100,50",
            split = ",",
            arity = "1",
            paramLabel = "MS,MS",
            description = "Deadlines of the first and of each further token. Default: ${DEFAULT-VALUE}.")
    private double[] fluidityMillis = {100, 50};

    @Option(
            names = "--good-wait",
            defaultValue = "1000",
            paramLabel = "MS",
            description = "A response with at most this reader wait is good. Default: ${DEFAULT-VALUE}.")
    private double goodMillis;

    @Option(
            names = "--reader-spread",
            paramLabel = "SIGMA",
            description = "Spread of the 20 readers' speeds, on the logarithm. Default: 0.2103.")
    private @Nullable Double spread;

    @Option(
            names = "--raters",
            defaultValue = "100",
            paramLabel = "N",
            description = "Raters assumed behind each fact of the slow share. Default: ${DEFAULT-VALUE}.")
    private int raters;

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "Draw the slow share from ratings of your own: a file of streamux calibrate --out.")
    private @Nullable Path calibration;

    /**
     * The options.
     *
     * @throws InvalidInputException if one is out of its range
     */
    public AnalysisOptions options() {
        if (fluidityMillis.length != 2) {
            throw new InvalidInputException("--fluidity has " + fluidityMillis.length
                    + " numbers; it must have two, such as --fluidity 100,50");
        }
        try {
            MetricOptions metrics = MetricOptions.DEFAULTS
                    .withReadingSpeed(ReadingSpeed.ofWordsPerMinute(wordsPerMinute))
                    .withTargetNanos(nanos(targetMillis))
                    .withStallNanos(nanos(stallMillis))
                    .withFluidity(nanos(fluidityMillis[0]), nanos(fluidityMillis[1]))
                    .withGoodWaitNanos(nanos(goodMillis));
            double sigma = spread == null ? ReaderPopulation.DEFAULT.spread() : spread;
            return AnalysisOptions.DEFAULTS
                    .withMetrics(metrics)
                    .withReaders(new ReaderPopulation(wordsPerMinute, sigma, ReaderPopulation.DEFAULT.readers()))
                    .withSlowShare(slowShare());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(e.getMessage() + "; see --help", e);
        }
    }

    private SlowShareModel slowShare() {
        return calibration == null
                ? new SlowShareModel(Facts.GIVEN, raters)
                : new SlowShareModel(CalibrationFile.read(calibration));
    }

    private static long nanos(double millis) {
        return Math.round(millis * 1e6);
    }
}
