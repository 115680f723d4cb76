package dev.streamux.cli.rounds;

import dev.streamux.analyzer.stats.sequential.SpendingPlan;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunRounds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that let a gate play its run on. */
public final class RoundsSettings {
    private static final int DEFAULT_MOST = 5;

    @Option(
            names = "--rounds",
            paramLabel = "auto",
            description = {
                "auto: while the gate is undecided, play the run's experiment again into RUN/rounds and judge all of it"
                        + " together, the error spent over the looks. For runs of compare and run; give it at the first"
                        + " gate on a run."
            })
    private @Nullable Mode mode;

    @Option(
            names = "--max-rounds",
            paramLabel = "N",
            description = "Groups of rounds at most, the run itself included; 2 to 20. Default: " + DEFAULT_MOST + ".")
    private @Nullable Integer most;

    /** What {@code --rounds} takes. */
    private enum Mode {
        AUTO
    }

    /** Made by picocli. */
    public RoundsSettings() {}

    /** Whether the run may be played on. */
    public boolean isAuto() {
        if (mode == null && most != null) {
            throw new InvalidInputException("--max-rounds is " + most + " without --rounds auto; give both or none");
        }
        return mode == Mode.AUTO;
    }

    /**
     * The plan for this run: the one that it has already, or a new one.
     *
     * @throws InvalidInputException if the number is out of range, or another than the one that looks were taken with
     */
    public RunRounds planFor(RunDirectory run) {
        if (most != null && (most < 2 || most > SpendingPlan.MOST_LOOKS)) {
            throw new InvalidInputException("--max-rounds is " + most + "; it must be 2 to " + SpendingPlan.MOST_LOOKS);
        }
        Optional<RunRounds> begun = RunRounds.of(run);
        if (begun.isPresent() && most != null && most != begun.get().most()) {
            throw new InvalidInputException("--max-rounds is " + most + ", and " + run.rounds() + " has a plan of "
                    + begun.get().most()
                    + "; a plan cannot change once somebody looked. Leave the option out, or make a"
                    + " new run");
        }
        return begun.orElseGet(() -> RunRounds.planned(most == null ? DEFAULT_MOST : most));
    }
}
