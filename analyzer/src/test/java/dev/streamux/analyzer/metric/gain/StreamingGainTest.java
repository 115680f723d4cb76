package dev.streamux.analyzer.metric.gain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.ReferenceTraces;
import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.reading.ReadingSpeed;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.ResultWriter;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.analyzer.result.StreamingGain;
import dev.streamux.analyzer.run.MeasuredResponse;
import dev.streamux.analyzer.run.RunTally;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The buffered counterfactual, for a reader of 20 characters a second: 800 characters take 40 s to read. */
class StreamingGainTest {
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
        // T1: 5100 - 125, 5100 - 125, 5100 - 2612.5, (5100 + 40000) - (125 + 40000), 0.746650 - 0.179236
        "T1_STREAMED,  4975, 4975, 2487.5,  4975, 0.567414",
        "T2_BUFFERED,     0,    0,      0,     0, 0",
        "T3_COALESCED, 4750, 4750, 2375,    4750, 0.436423",
        // T4: 13100 - 125, 13100 - 4625, 13100 - 9812.5, as the wait
        "T4_STALL,    12975, 8475, 3287.5,  8475, ",
    })
    void everyAnswerIsComparedWithItselfShownWhole(
            ReferenceTraces reference, double first, double wait, double index, double finished, String slow) {
        MeasuredResponse response = MeasuredResponse.of(reference.trace(), AT_20.metrics());
        assertThat(response.value("gain-first-visible-text")).isEqualTo(MetricValue.of(first));
        assertThat(response.value("gain-reader-wait")).isEqualTo(MetricValue.of(wait));
        assertThat(response.value("gain-text-speed-index")).isEqualTo(MetricValue.of(index));
        assertThat(response.value("gain-reading-finished")).isEqualTo(MetricValue.of(finished));
        if (slow != null) {
            assertThat(response.value("gain-slow-share").number().orElseThrow())
                    .isCloseTo(Double.parseDouble(slow), within(1e-6));
        }
    }

    @Test
    void aBufferedAnswerGainsNothingToTheLastBit() {
        for (long wait = 1; wait < 5_000_000_000L; wait += 17_000_003) {
            ResponseTrace trace = ResponseTrace.builder("buffered")
                    .chunks(Chunks.builder().add(wait, 800, 900).build())
                    .endNanos(wait)
                    .build();
            assertThat(MeasuredResponse.of(trace, AT_20.metrics()).value("gain-slow-share"))
                    .isEqualTo(MetricValue.of(0));
        }
    }

    @Test
    void theArmSaysHowLittleReadingItselfGains() {
        ArmResult arm = result(ReferenceTraces.T1_STREAMED.trace()).arms().get(0);
        StreamingGain gain = arm.gainFromStreaming().orElseThrow();
        assertThat(gain.n()).isEqualTo(1);
        StreamingGain.Row finished = gain.row("reading-finished").orElseThrow();
        assertThat(finished.streamed().p50()).isEqualTo(40125);
        assertThat(finished.atOnce().p50()).isEqualTo(45100);
        assertThat(finished.share().orElseThrow()).isCloseTo(0.1103, within(5e-5)); // 4975 / 45100
        assertThat(gain.row("text-speed-index").orElseThrow().share().orElseThrow())
                .isCloseTo(0.4877, within(5e-5)); // 2487.5 / 5100
    }

    @Test
    void anArmWithoutACompleteAnswerHasNoGainAndSaysWhy() {
        ResponseTrace cut = ReferenceTraces.T1_STREAMED.trace().toBuilder()
                .outcome(Outcome.TRUNCATED)
                .build();
        assertThat(MeasuredResponse.of(cut, AT_20.metrics()).value("gain-reader-wait"))
                .isEqualTo(MetricValue.absent(Absence.NOT_COMPLETE));
        RunResult result = result(cut);
        assertThat(result.arms().get(0).gainFromStreaming()).isEmpty();
        assertThat(ResultWriter.toJson(result)).doesNotContain("gainFromStreaming");
    }

    @Test
    void theResultHoldsBothSidesAndTheirDifference() {
        String json = ResultWriter.toJson(result(ReferenceTraces.T1_STREAMED.trace()));
        assertThat(json.substring(json.indexOf("gainFromStreaming")).replaceAll("\\s+", ""))
                .contains("\"time-to-first-visible-text\":{\"unit\":\"ms\",\"streamed\":{\"mean\":125.0,\"p50\":125.0},"
                        + "\"atOnce\":{\"mean\":5100.0,\"p50\":5100.0},\"gain\":{\"mean\":4975.0,\"p50\":4975.0},"
                        + "\"gainIntervalAbsent\":");
    }
}
