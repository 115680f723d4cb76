package dev.streamux.cli;

import dev.streamux.simulations.selftest.SelfTest;
import dev.streamux.simulations.selftest.SelfTestReport;
import dev.streamux.trace.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./streamux selftest}: can the client's figures be trusted on this machine? */
@Command(
        name = "selftest",
        mixinStandardHelpOptions = true,
        description = {
            "Plays streams that other clients get wrong against our client: truth beside measured.",
            "Compares outcome, text, time to first visible text and every gap. Takes about three seconds."
        },
        footer = {
            "",
            "Exit codes: 0 all right; 3 all was read right, but this machine is too busy to time it;",
            "1 the client misreads a stream.",
            "",
            "Example:",
            "  ./streamux selftest --out run/selftest.json"
        })
final class SelftestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Prints JSON instead of the table.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Also writes the JSON to this file.")
    private @Nullable Path file;

    @Option(
            names = "--limit-ms",
            defaultValue = "5",
            paramLabel = "N",
            description = "Largest error of a time that is still right, in milliseconds. Default: ${DEFAULT-VALUE}.")
    private double limitMillis;

    @Override
    public Integer call() {
        if (!(limitMillis > 0)) {
            throw new InvalidInputException("--limit-ms is " + limitMillis + "; it must be > 0");
        }
        SelfTestReport report = SelfTest.run(limitMillis);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.json() : report.table());
        out.flush();
        if (file != null) {
            report.write(file);
        }
        return switch (report.verdict()) {
            case RIGHT -> ExitCodes.PASS;
            case LATE -> ExitCodes.INCONCLUSIVE;
            case WRONG -> ExitCodes.FAULT;
        };
    }
}
