package dev.streamux.analyzer.metric.flow;

import dev.streamux.analyzer.markdown.StreamedMarkdown;
import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import java.util.Optional;

/** How much rendered text was taken back while the answer streamed. */
public final class MarkdownChurn implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("markdown-churn", "Markdown churn")
            .unit(Unit.RATIO, "")
            .notDelayMonotone("an answer that is held back and shown at once takes nothing back")
            .meaning("What a page that renders the Markdown received so far shows and takes back again, such as the"
                    + " asterisks of a bold word before its end. 0 for plain text and for an answer that comes at once. What"
                    + " stays open for more than 2,048 characters, such as a list item of that length, is rendered anew only"
                    + " when it has grown by a sixteenth; what flashes up in between is not counted.")
            .formula("sum over steps k of (|R_k| - |common prefix of R_k and R_(k+1)|) / N,"
                    + " R_k = the plain text rendered after step k")
            .source("own definition; rendering by commonmark-java with GitHub tables");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        Optional<String> absence = response.wholeTextAbsence();
        if (absence.isPresent()) {
            return MetricValue.absent(absence.get());
        }
        Optional<String> text = response.trace().text();
        if (text.isEmpty()) {
            return MetricValue.absent(Absence.TEXT_NOT_RECORDED);
        }
        StreamedMarkdown page = new StreamedMarkdown();
        int from = 0;
        for (int i = 0; i < response.curve().size(); i++) {
            long added = response.curve().cumulative(i) - response.curve().before(i);
            int to = text.get().offsetByCodePoints(from, Math.toIntExact(added));
            page.append(text.get().substring(from, to));
            from = to;
        }
        return MetricValue.of((double) page.takenBack() / response.curve().characters());
    }
}
