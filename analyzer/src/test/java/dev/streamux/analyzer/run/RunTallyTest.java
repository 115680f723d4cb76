package dev.streamux.analyzer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.ReferenceTraces;
import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.reading.ReadingSpeed;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTallyTest {
    private static final AnalysisOptions AT_20 = AnalysisOptions.DEFAULTS.withMetrics(
            MetricOptions.DEFAULTS.withReadingSpeed(ReadingSpeed.ofCharactersPerSecond(20)));

    private static RunResult result(ResponseTrace... traces) {
        RunTally tally = new RunTally(AT_20, List.of());
        for (ResponseTrace trace : traces) {
            tally.add(MeasuredResponse.of(trace, AT_20.metrics()));
        }
        return tally.result();
    }

    @ParameterizedTest
    @CsvSource({
        "T1_STREAMED, STREAMED",
        "T2_BUFFERED, BUFFERED",
        "T3_COALESCED, COALESCED",
        "T4_STALL, STREAMED",
        "T5_SLOW, STREAMED"
    })
    void everyReferenceTraceHasItsDeliveryVerdict(ReferenceTraces reference, DeliveryKind kind) {
        ArmResult arm = result(reference.trace()).arms().get(0);
        assertThat(arm.deliveryVerdict().orElseThrow().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"T4_STALL, 0.7343", "T5_SLOW, 0.7773", "T1_STREAMED, 0.1792", "T2_BUFFERED, 0.74665"})
    void theSlowShareIsAveragedOverReaders(ReferenceTraces reference, double share) {
        ArmResult arm = result(reference.trace()).arms().get(0);
        assertThat(arm.modelledSlowShare().orElseThrow().share()).isCloseTo(share, within(5e-5));
    }

    @Test
    void onlyCompleteResponsesOfTheMeasurePhaseEnterTheDistributions() {
        ResponseTrace good =
                ReferenceTraces.T1_STREAMED.trace().toBuilder().arm("a").build();
        ResponseTrace cut = good.toBuilder().outcome(Outcome.TRUNCATED).build();
        ResponseTrace warm = good.toBuilder().phase("warmup").build();
        RunResult result = result(good, cut, warm);
        ArmResult arm = result.arm("a").orElseThrow();
        assertThat(arm.outcomes().get(Outcome.COMPLETE)).isEqualTo(1);
        assertThat(arm.outcomes().get(Outcome.TRUNCATED)).isEqualTo(1);
        assertThat(arm.metric("reader-wait").n()).isEqualTo(1);
        assertThat(result.phases()).containsEntry("warmup", 1L).containsEntry("measure", 2L);
        // 200 chunks have 199 gaps.
        assertThat(arm.metric("inter-chunk-latency").n()).isEqualTo(199);
    }
}
