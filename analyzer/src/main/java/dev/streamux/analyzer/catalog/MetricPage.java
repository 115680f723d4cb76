package dev.streamux.analyzer.catalog;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;

/** What the catalogue says about its metrics: one as plain text, all as the page {@code docs/metrics.md}. */
public final class MetricPage {
    private static final String HEAD = """
            # Metrics

            <!-- Generated from the catalogue: mvn -pl analyzer test -Dtest=MetricPageTest -Dgolden.update=true -->

            A response is one function of time, `C(t)`: the characters (Unicode code points) visible at time `t`, with final
            length `N`. `tau(x)` is the time at which character `x` became visible. Every metric of a reader is computed from
            it, with steps `k` of equal time merged first, so cutting an event in pieces cannot change it. Leading white
            space is invisible and counts from the first other character. Times are from the **intended** start of the request,
            in milliseconds in `result.json` and in the CSV. `rho` is the reading speed: 238 words a minute, which is 21.549
            characters a second. `D` = 1000 ms is the wait for the first text that costs nothing. Only responses that
            completed in the phase `measure` enter a distribution; a value that cannot be had is absent, with its reason.

            Only *delay-monotone* metrics are fit for a gate: holding text back can never improve them. The others say why not; a gate
            that names one says so, unless a delay-monotone metric stands beside it. Each of both claims is held by a test on 20,000 random
            pairs of an answer and the same answer with delays.

            """;

    private MetricPage() {}

    /** One metric for the terminal, with a newline at its end. */
    public static String text(MetricInfo info) {
        return info.id() + ": " + info.label() + "\n\n"
                + "  " + info.meaning() + "\n\n"
                + "  formula    " + info.formula() + "\n"
                + "  unit       " + info.unit().word() + ", " + info.direction().words() + ", "
                + info.kind().words() + "\n"
                + "  gate       "
                + info.gameable()
                        .map(reason -> "for information, not delay-monotone: " + reason)
                        .orElse("fit: holding text back never improves it")
                + "\n"
                + "  source     " + info.source() + "\n";
    }

    /** The whole page. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| id | metric | unit | direction | gate |\n|---|---|---|---|---|\n");
        for (Metric metric : MetricCatalog.all()) {
            MetricInfo info = metric.info();
            page.append("| [`")
                    .append(info.id())
                    .append("`](#")
                    .append(info.id())
                    .append(") | ");
            page.append(info.label()).append(" | ").append(info.unit().word()).append(" | ");
            page.append(info.direction().words()).append(" | ");
            page.append(info.delayMonotone() ? "delay-monotone" : "").append(" |\n");
        }
        for (Metric metric : MetricCatalog.all()) {
            section(page, metric.info());
        }
        return page.toString();
    }

    private static void section(StringBuilder page, MetricInfo info) {
        page.append("\n## ").append(info.id()).append("\n\n");
        page.append(info.meaning().replace("**", "\\*\\*").replace("_", "\\_")).append("\n\n");
        page.append("- formula: `").append(info.formula()).append("`\n");
        page.append("- unit: ")
                .append(info.unit().word())
                .append(", ")
                .append(info.direction().words());
        page.append(", ").append(info.kind().words()).append('\n');
        page.append("- gate: ")
                .append(info.gameable()
                        .map(reason -> "not delay-monotone: " + reason)
                        .orElse("delay-monotone"))
                .append('\n');
        page.append("- source: ").append(info.source()).append('\n');
    }
}
