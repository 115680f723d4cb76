package dev.streamux.simulations.run.pace;

import dev.streamux.simulations.scenario.Load;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.trace.NanoClock;
import java.util.Optional;

/**
 * How a scenario's load is paced.
 *
 * @param pacer lets users ask
 * @param levels what moves its level, in a saturation search
 */
public record Pacing(Pacer pacer, Optional<SaturationLevels> levels) {

    /** The pacing of this scenario's load, with times on this clock. */
    public static Pacing of(Scenario scenario, NanoClock clock) {
        Load load = scenario.load();
        if (load instanceof Load.Saturation search) {
            LevelPacer pacer = new LevelPacer(search.to(), search.from(), clock);
            return new Pacing(pacer, Optional.of(new SaturationLevels(search, scenario.budgets(), pacer, clock)));
        }
        Pacer pacer = load instanceof Load.Open open
                ? new OpenPacer(open.arrival(), scenario.seed(), clock)
                : new ClosedPacer((Load.Closed) load, scenario.phases().total(), clock);
        return new Pacing(pacer, Optional.empty());
    }
}
