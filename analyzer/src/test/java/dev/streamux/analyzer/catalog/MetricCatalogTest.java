package dev.streamux.analyzer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.trace.InvalidInputException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricCatalogTest {
    @Test
    void everyIdThatOthersRelyOnIsThere() {
        assertThat(MetricCatalog.ids())
                .contains(
                        "time-to-first-byte",
                        "time-to-first-token",
                        "time-to-first-visible-text",
                        "time-to-first-word",
                        "time-to-first-sentence",
                        "time-to-first-block",
                        "time-to-last-token",
                        "inter-chunk-latency",
                        "time-per-output-token",
                        "reader-wait",
                        "reader-idle",
                        "mean-reading-delay",
                        "text-speed-index",
                        "andes-qoe",
                        "fluidity-index",
                        "longest-gap",
                        "stall-count",
                        "stall-ratio",
                        "smoothness",
                        "largest-burst-share",
                        "markdown-churn",
                        "schedule-lag",
                        "response-time",
                        "service-time",
                        "goodput");
    }

    @Test
    void aMetricIsTheFileOfItsId() {
        for (Metric metric : MetricCatalog.all()) {
            String stem = metric.getClass()
                    .getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z0-9])", "-")
                    .toLowerCase(Locale.ROOT);
            assertThat(stem).isEqualTo(metric.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reader-wiat, reader-wait",
        "ttfvt, time-to-first-visible-text",
        "TTFT, time-to-first-token",
        "tsi, text-speed-index",
        "stalls, stall-count",
        "time_to_first_byte, time-to-first-byte",
    })
    void anUnknownIdIsAnsweredWithTheNearest(String wrong, String right) {
        assertThatThrownBy(() -> MetricCatalog.require(wrong))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("unknown metric \"" + wrong + "\"; did you mean \"" + right + "\"?");
    }
}
