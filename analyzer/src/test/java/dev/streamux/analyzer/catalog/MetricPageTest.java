package dev.streamux.analyzer.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricPageTest {
    private static final Path PAGE = Path.of("..", "docs", "metrics.md");

    @Test
    void theDocumentationIsWhatTheCatalogueSays() throws IOException {
        String expected = MetricPage.markdown();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE)
                .as("docs/metrics.md; refresh it with -Dgolden.update=true")
                .content()
                .isEqualTo(expected);
    }

    @Test
    void aPageOfOneMetricHoldsItsFormulaAndSource() {
        String text = MetricPage.text(MetricCatalog.require("reader-wait").info());
        assertThat(text).contains("W = max over steps k").contains("2410.14257").contains("fit: holding text back");
    }
}
