package dev.streamux.cli;

import dev.streamux.cli.rounds.Replayable;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** From a run back to the command that made it. */
final class Replays {
    private Replays() {}

    /**
     * The experiment of a run, from the command line in its manifest.
     *
     * @throws InvalidInputException if no command of ours made the run, or none that can be played again
     */
    static Replayable of(RunDirectory run) {
        List<String> command =
                Files.exists(run.manifest()) ? RunManifest.read(run.manifest()).command() : List.of();
        try {
            ParseResult parsed = Main.commandLine().parseArgs(command.toArray(String[]::new));
            if (parsed.hasSubcommand()
                    && parsed.subcommand().commandSpec().userObject() instanceof Replayable replayable) {
                return replayable;
            }
        } catch (ParameterException e) {
            throw new InvalidInputException(
                    run.manifest() + " says that the run was made by \"" + String.join(" ", command)
                            + "\", which this version does not understand: " + e.getMessage(),
                    e);
        }
        throw new InvalidInputException(
                "--rounds auto plays a run of streamux compare or streamux run on; " + run.path()
                        + (command.isEmpty()
                                ? " does not say what made it"
                                : " was made by \"" + String.join(" ", command) + "\"")
                        + "; make a run with one of the two, or gate it without --rounds");
    }
}
