package dev.streamux.simulations.run.ask;

import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Scenario;
import java.util.List;
import java.util.Locale;

/**
 * Which question comes when in the order of asking: round by round, the arms forwards in even rounds and backwards in
 * odd ones (ABBA), so that a drift of the machine or of the target hits all arms alike. Pure.
 */
public final class RunPlan {
    /** Far from the seeds of other rounds: no turn has the answer of another. */
    private static final long TURN_SEED_STEP = 1_000_033;

    private final Scenario scenario;
    private final List<Arm> arms;

    /** The plan of this scenario. */
    public RunPlan(Scenario scenario) {
        this.scenario = scenario;
        this.arms = scenario.arms();
    }

    /**
     * The question at this place.
     *
     * @param index from 0, without end
     */
    public PlannedRequest request(int index) {
        int round = index / arms.size();
        int position = index % arms.size();
        Arm arm = arms.get(round % 2 == 0 ? position : arms.size() - 1 - position);
        String id = arm.name() + "-" + String.format(Locale.ROOT, "%06d", round);
        return new PlannedRequest(id, 0, id, arm, round, position, scenario.seed() + round, prompt(round, 0));
    }

    /** The question that follows this one in its conversation. */
    public PlannedRequest next(PlannedRequest before) {
        int turn = before.turn() + 1;
        return new PlannedRequest(
                before.conversation(),
                turn,
                before.conversation() + "-t" + (turn + 1),
                before.arm(),
                before.round(),
                before.position(),
                before.seed() + TURN_SEED_STEP,
                prompt(before.round(), turn));
    }

    /** Prompts are taken in turn, one after the other through all conversations. */
    private String prompt(int round, int turn) {
        long place = (long) round * scenario.conversation().turns() + turn;
        return scenario.prompts().get((int) (place % scenario.prompts().size()));
    }
}
