package dev.streamux.simulations.run;

import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Scenario;
import java.util.List;
import java.util.Locale;

/**
 * Which question comes when in the order of asking: round by round, the arms forwards in even rounds and backwards in
 * odd ones (ABBA), so that a drift of the machine or of the target hits all arms alike. Pure.
 */
public final class RunPlan {
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
        return new PlannedRequest(
                arm.name() + "-" + String.format(Locale.ROOT, "%06d", round),
                arm,
                round,
                position,
                scenario.seed() + round,
                scenario.prompts().get(round % scenario.prompts().size()));
    }
}
