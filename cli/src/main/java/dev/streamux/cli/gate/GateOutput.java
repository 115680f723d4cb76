package dev.streamux.cli.gate;

import dev.streamux.reports.gate.Annotations;
import dev.streamux.reports.gate.GateFiles;
import dev.streamux.reports.gate.GateReport;
import dev.streamux.reports.gate.GateText;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the verdict is told. */
public final class GateOutput {
    @Option(names = "--out", paramLabel = "DIR", description = "Write the files here. Default: RUN.")
    private @Nullable Path out;

    @Option(
            names = "--github",
            negatable = true,
            description = "Print annotations for GitHub Actions. Default: where GITHUB_ACTIONS is true.")
    private @Nullable Boolean github;

    /** Made by picocli. */
    public GateOutput() {}

    /** Writes the files, prints the verdict to {@code result} and annotations to {@code err}. */
    public void publish(GateReport report, Path run, PrintWriter result, PrintWriter err) {
        GateFiles.write(report, out == null ? run : out);
        result.print(GateText.of(report));
        result.flush();
        if (github == null ? "true".equals(System.getenv("GITHUB_ACTIONS")) : github) {
            Annotations.of(report).forEach(err::println);
        }
    }
}
