package dev.streamux.cli.rounds;

import dev.streamux.trace.run.RunDirectory;

/** A command that made a run and can play the same experiment once more. */
public interface Replayable {
    /**
     * Plays the experiment into another directory; what is there of an earlier play is replaced. Shows progress on
     * standard error and prints nothing else. An interrupt of the thread ends it early and leaves a run that is not
     * complete.
     *
     * @param seed in the place of the first run's, so that other answers are asked for
     */
    void replay(RunDirectory out, long seed);
}
