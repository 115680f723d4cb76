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
        // The design lists 25 of them; taking one away breaks files and rules of others.
        assertThat(MetricCatalog.ids()).containsAll(AgreedMetrics.IDS);
        assertThat(AgreedMetrics.IDS).hasSize(25).doesNotHaveDuplicates();
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
