package dev.streamux.cli;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.catalog.MetricPage;
import dev.streamux.analyzer.metric.Metric;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux explain}: what a metric means. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says what a metric means, its unit, formula and source; without an id, lists all metrics.",
        footerHeading = "%nExample:%n",
        footer = "  ./streamux explain reader-wait")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The metric's id, such as reader-wait.")
    private @Nullable String id;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            for (Metric metric : MetricCatalog.all()) {
                out.printf("%-28s %s%n", metric.id(), metric.info().label());
            }
        } else {
            out.print(MetricPage.text(MetricCatalog.require(id).info()));
        }
        out.flush();
        return ExitCodes.PASS;
    }
}
