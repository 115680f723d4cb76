package dev.streamux.analyzer;

import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.perception.Raters;
import dev.streamux.analyzer.perception.SlowShareModel;
import dev.streamux.analyzer.reading.ReaderPopulation;

/**
 * Everything that an analysis depends on besides the traces; all of it is printed with the numbers.
 *
 * @param metrics the constants of the metrics; their raters are replaced by {@code readers} on {@code slowShare}
 * @param readers the readers of the modelled slow share
 * @param slowShare the model of the slow share
 * @param confidence of the intervals, in (0, 1)
 */
public record AnalysisOptions(
        MetricOptions metrics, ReaderPopulation readers, SlowShareModel slowShare, double confidence) {
    /** The design's defaults, 20 readers, the given facts, intervals of 95 %. */
    public static final AnalysisOptions DEFAULTS =
            new AnalysisOptions(MetricOptions.DEFAULTS, ReaderPopulation.DEFAULT, SlowShareModel.ofGivenFacts(), 0.95);

    public AnalysisOptions {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence is " + confidence + "; it must be in (0, 1)");
        }
        metrics = metrics.withRaters(new Raters(readers.speeds(), slowShare.curve()));
    }

    /** The same options with these constants of the metrics. */
    public AnalysisOptions withMetrics(MetricOptions options) {
        return new AnalysisOptions(options, readers, slowShare, confidence);
    }

    /** The same options with these readers. */
    public AnalysisOptions withReaders(ReaderPopulation population) {
        return new AnalysisOptions(metrics, population, slowShare, confidence);
    }

    /** The same options with this model of the slow share. */
    public AnalysisOptions withSlowShare(SlowShareModel model) {
        return new AnalysisOptions(metrics, readers, model, confidence);
    }
}
