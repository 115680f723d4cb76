package dev.streamux.simulations.launch;

import dev.streamux.simulations.gatling.ScenarioSimulation;
import dev.streamux.simulations.run.ProgressPrinter;

/** Plays what the launcher hands over. */
public final class PlayedScenario extends ScenarioSimulation {
    /** Made by Gatling. */
    public PlayedScenario() {
        super(LaunchProperties.read(System.getProperties()), new ProgressPrinter(System.err, false));
    }
}
