package dev.streamux.cli;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.reports.html.HtmlReport;
import dev.streamux.reports.run.RunReport;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux open}: shows the page of a run in the browser. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = {
            "Opens the page of a run in the browser of this desktop, and writes the page first if it is not there or",
            "older than the traces, the gate's verdict or the diagnosis.",
            "Prints the page's path, so it is of use without a desktop too."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./streamux open runs/latest")
final class OpenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "A run directory.")
    private Path run;

    @Option(
            names = "--with",
            paramLabel = "PROGRAM",
            description = "The program that opens it. Default: open on macOS, explorer on Windows, else xdg-open.")
    private @Nullable String program;

    @Override
    public Integer call() {
        RunDirectory directory = RunDirectory.open(run);
        Path page = directory.report();
        if (isStale(page, directory)) {
            HtmlReport.write(RunReport.read(directory, AnalysisOptions.DEFAULTS), page);
        }
        spec.commandLine().getOut().println(page);
        spec.commandLine().getOut().flush();
        start(program == null ? desktopOpener(System.getProperty("os.name", "")) : program, page);
        return ExitCodes.PASS;
    }

    /** Whether the page is missing, or older than what it shows. */
    private static boolean isStale(Path page, RunDirectory run) {
        return !Files.exists(page)
                || Stream.of(
                                run.responses(),
                                run.compactResponses(),
                                run.selfTest(),
                                run.diagnosis(),
                                run.path().resolve("gate.json"))
                        .anyMatch(file -> Files.exists(file) && modified(file).compareTo(modified(page)) > 0);
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(String opener, Path page) {
        try {
            new ProcessBuilder(List.of(opener, page.toAbsolutePath().toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new InvalidInputException(
                    "\"" + opener + "\" cannot be started; open " + page + " yourself, or name a program with --with",
                    e);
        }
    }

    /** The program that opens files on this operating system. */
    static String desktopOpener(String os) {
        String name = os.toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "open" : name.startsWith("windows") ? "explorer" : "xdg-open";
    }
}
