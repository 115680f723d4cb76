package dev.streamux.cli;

import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.CompactWriter;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./streamux export}: traces from lines to the compact form and back. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the responses of IN to OUT; the ending of OUT, .jsonl or .sux, decides the form.",
            "Nothing is lost either way, unless --no-text leaves the texts out."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./streamux export run/responses.jsonl run/responses.sux")
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "A run directory or a trace file, .jsonl or .sux.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "A file whose name ends in .jsonl or .sux.")
    private Path out;

    @Option(names = "--no-text", description = "Leave text and reasoning out; metrics of the text are then absent.")
    private boolean noText;

    @Override
    public Integer call() throws java.io.IOException {
        Path source = Files.isDirectory(in) ? AnalyzeCommand.traceOf(RunDirectory.open(in)) : in;
        if (Files.exists(out) && Files.isSameFile(source, out)) {
            throw new InvalidInputException(out + " is the file that is read; name another for the result");
        }
        UnaryOperator<ResponseTrace> strip =
                noText ? trace -> trace.toBuilder().text(null).reasoning("").build() : UnaryOperator.identity();
        int lost;
        if (out.toString().endsWith(".sux")) {
            try (CompactWriter writer = CompactWriter.create(out)) {
                lost = copy(source, trace -> writer.write(strip.apply(trace)));
            }
        } else if (out.toString().endsWith(".jsonl")) {
            try (TraceWriter writer = TraceWriter.create(out)) {
                lost = copy(source, trace -> writer.write(strip.apply(trace)));
            }
        } else {
            throw new InvalidInputException(out + " ends in neither .jsonl nor .sux; the ending decides the form");
        }
        AnalyzeCommand.warnOfLoss(spec, source, lost);
        return ExitCodes.PASS;
    }

    private static int copy(Path source, Consumer<ResponseTrace> sink) {
        return TraceReader.forEachResponse(source, sink);
    }
}
