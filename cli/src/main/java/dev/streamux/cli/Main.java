package dev.streamux.cli;

import dev.streamux.reports.words.Escape;
import dev.streamux.trace.InvalidInputException;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of {@code ./streamux}. */
@Command(
        name = "streamux",
        description = "Do people see an LLM's answer as it is written?",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AnalyzeCommand.class,
            AtlasCommand.class,
            CalibrateCommand.class,
            CompareCommand.class,
            CompareRunsCommand.class,
            DecodeCommand.class,
            DoctorCommand.class,
            ExplainCommand.class,
            ExportCommand.class,
            GateCommand.class,
            MergeCommand.class,
            MockCommand.class,
            OpenCommand.class,
            ProxyCommand.class,
            RehearseCommand.class,
            ReportCommand.class,
            RunCommand.class,
            SelftestCommand.class
        })
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line as it is, for running and for the tests of its help. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setExecutionExceptionHandler(Main::onException);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setUsageHelpWidth(100);
        return commandLine;
    }

    private static int onException(Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (exception instanceof InvalidInputException) {
            // A message may name what a file or a server says of itself.
            err.println(("streamux: " + exception.getMessage())
                    .lines()
                    .map(Escape::line)
                    .collect(Collectors.joining("\n")));
            return ExitCodes.USAGE;
        }
        err.println("streamux: a fault of ours, not of your input; please report it with what follows");
        exception.printStackTrace(err);
        return ExitCodes.FAULT;
    }
}
