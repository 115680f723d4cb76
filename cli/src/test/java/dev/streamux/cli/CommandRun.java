package dev.streamux.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * A command run in this process, for the tests of commands that print through picocli.
 *
 * @param code its exit code
 * @param out what it printed as its result
 * @param err what else it said
 */
public record CommandRun(int code, String out, String err) {
    /** Runs {@code ./streamux} with these arguments. */
    public static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        int code = commandLine.execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
