package dev.streamux.analyzer.run;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.trace.run.SelfCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the responses of a run by arm. Not thread-safe. */
public final class RunTally {
    private final AnalysisOptions options;
    private final List<String> armOrder;
    private final Map<String, ArmTally> arms = new LinkedHashMap<>();
    private final Map<String, Long> phases = new TreeMap<>();

    /** An empty tally that shows the arms of {@code armOrder} first. */
    public RunTally(AnalysisOptions options, List<String> armOrder) {
        this.options = options;
        this.armOrder = List.copyOf(armOrder);
    }

    /** Adds a response; one of another phase than {@code measure} is only counted. */
    public void add(MeasuredResponse response) {
        phases.merge(response.trace().phase(), 1L, Long::sum);
        if (response.isMeasured()) {
            arms.computeIfAbsent(response.trace().arm(), name -> new ArmTally(name, options))
                    .add(response);
        }
    }

    /** The result so far, without comparisons and self-check. To be called once. */
    public RunResult result() {
        List<ArmResult> results = new ArrayList<>();
        for (String name : armOrder) {
            ArmTally arm = arms.remove(name);
            if (arm != null) {
                results.add(arm.result());
            }
        }
        arms.values().forEach(arm -> results.add(arm.result()));
        return new RunResult(describe(options), phases, 0, results, List.of(), SelfCheck.NONE);
    }

    private static Map<String, Object> describe(AnalysisOptions options) {
        MetricOptions metrics = options.metrics();
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("readingSpeedWordsPerMinute", metrics.readingSpeed().wordsPerMinute());
        words.put("readingSpeedCharactersPerSecond", metrics.readingSpeed().charactersPerSecond());
        words.put("targetMs", metrics.targetNanos() / 1e6);
        words.put("stallThresholdMs", metrics.stallNanos() / 1e6);
        words.put("fluidityCharacters", metrics.fluidityCharacters());
        words.put("fluidityFirstDeadlineMs", metrics.fluidityFirstNanos() / 1e6);
        words.put("fluidityNextDeadlineMs", metrics.fluidityNextNanos() / 1e6);
        words.put("burstWindowMs", metrics.burstNanos() / 1e6);
        words.put("goodWaitMs", metrics.goodWaitNanos() / 1e6);
        words.put("readers", options.readers().readers());
        words.put("readersMeanWordsPerMinute", options.readers().meanWordsPerMinute());
        words.put("readersSpread", options.readers().spread());
        words.put("slowShareModel", options.slowShare().id());
        words.put("slowShareT50Seconds", options.slowShare().curve().t50Seconds());
        words.put("slowShareBeta", options.slowShare().curve().beta());
        words.put("confidence", options.confidence());
        words.put("percentiles", "R-7");
        return words;
    }
}
