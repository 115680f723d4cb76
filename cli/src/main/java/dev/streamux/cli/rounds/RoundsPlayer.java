package dev.streamux.cli.rounds;

import dev.streamux.analyzer.gate.run.HarnessCheck;
import dev.streamux.analyzer.gate.run.RunGate;
import dev.streamux.analyzer.gate.run.SameExperiment;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.RunRounds;
import dev.streamux.trace.run.SelfCheck;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Looks at a run, plays another group of rounds while nothing is decided, and looks again.
 *
 * <p>A group in which the harness was late is played again and does not count: what the gate decides does not enter that
 * choice. What was played and looked at is in {@code rounds.json}, so the same files give the same verdict afterwards.
 */
public final class RoundsPlayer {
    // A machine that is not quiet for three plays on end is no place for a gate, and the verdict then says so.
    private static final int ATTEMPTS = 3;
    // Far beyond the rounds of one group, whose seeds count up.
    private static final long SEED_STEP = 1_000_000;

    private final RunGate gate;
    private final PrintWriter err;

    /** A player for this gate; progress goes to {@code err}. */
    public RoundsPlayer(RunGate gate, PrintWriter err) {
        this.gate = gate;
        this.err = err;
    }

    /**
     * The verdict of the last look. An interrupt of this thread ends the rounds early, once the look that is under way is over,
     * and is forgotten then, so that the verdict can be written.
     *
     * @param experiment plays one group more
     * @param plan what was played so far and how far it may go
     * @throws dev.streamux.trace.InvalidInputException if what was played is another experiment than the run; it does not
     *     count then
     */
    public PlayedGate judge(RunDirectory run, Replayable experiment, RunRounds plan) {
        RunRounds rounds = plan;
        rounds.write(run);
        GateResult result = look(run, rounds);
        while (isOpen(result, rounds)) {
            Group group = playUnlessInterrupted(run, experiment, rounds.played() + 1);
            if (group == Group.STOPPED) {
                return stopped(result, rounds);
            }
            if (group == Group.LATE) {
                break;
            }
            rounds = rounds.plusOne();
            rounds.write(run);
            result = look(run, rounds);
        }
        return new PlayedGate(result, Thread.interrupted());
    }

    /** What became of a further group. */
    private enum Group {
        COUNTS,
        LATE,
        STOPPED
    }

    private PlayedGate stopped(GateResult result, RunRounds rounds) {
        say("stopped; the looks so far stand");
        String note = "stopped before the gate was decided: group " + (rounds.played() + 1) + " of " + rounds.most()
                + " at most was not played to its end, so this is the verdict of look " + rounds.played();
        return new PlayedGate(result.withNote(note), true);
    }

    private GateResult look(RunDirectory run, RunRounds rounds) {
        GateResult result = gate.judge(run, Optional.empty());
        say("look " + rounds.played() + " of " + rounds.most() + " at most: " + result.verdict());
        return result;
    }

    private Group playUnlessInterrupted(RunDirectory run, Replayable experiment, int number) {
        if (Thread.interrupted()) {
            return Group.STOPPED;
        }
        try {
            return play(run, experiment, number);
        } catch (RuntimeException e) {
            // A server that is being started fails in its own way.
            if (Thread.interrupted()) {
                return Group.STOPPED;
            }
            throw e;
        }
    }

    private boolean isOpen(GateResult result, RunRounds rounds) {
        if (result.verdict() != GateVerdict.INCONCLUSIVE || rounds.exhausted()) {
            return false;
        }
        if (!result.selfCheck().valid()) {
            say("further rounds do not mend a run that cannot be trusted; make it anew on a quieter machine");
            return false;
        }
        return true;
    }

    private Group play(RunDirectory run, Replayable experiment, int number) {
        long seed = RunManifest.read(run.manifest()).seed() + (number - 1) * SEED_STEP;
        RunDirectory group = RunDirectory.create(run.round(number));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            experiment.replay(group, seed);
            if (!RunManifest.read(group.manifest()).complete()) {
                return Group.STOPPED;
            }
            // Before it is counted: a group of another experiment would spoil the run for good.
            SameExperiment.require(
                    run, group, "what plays it has changed since the run was made, so make the run anew");
            SelfCheck check = HarnessCheck.of(group);
            if (check.valid()) {
                return Group.COUNTS;
            }
            say("group " + number + " does not count: " + String.join("; ", check.reasons()));
        }
        return Group.LATE;
    }

    private void say(String what) {
        err.println("streamux: " + what);
        err.flush();
    }
}
