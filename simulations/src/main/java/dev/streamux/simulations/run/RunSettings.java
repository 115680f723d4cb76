package dev.streamux.simulations.run;

import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.Stamps;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.run.RunDirectory;
import java.net.URI;
import java.util.Map;

/**
 * What a run needs beyond its scenario.
 *
 * @param scenario the experiment
 * @param directory where results go
 * @param originNanoTime the value of {@link System#nanoTime} that is time 0 of the run; shared with the mock's process
 * @param addresses from an arm's name to where its requests go: target, route or proxy; one for every arm
 * @param kernelStamps whether to date reads by the kernel where a connection allows it; true if the scenario wants it
 */
public record RunSettings(
        Scenario scenario,
        RunDirectory directory,
        long originNanoTime,
        Map<String, URI> addresses,
        boolean kernelStamps) {
    /** Settings with the stamps that the scenario wants. */
    public RunSettings(Scenario scenario, RunDirectory directory, long originNanoTime, Map<String, URI> addresses) {
        this(scenario, directory, originNanoTime, addresses, false);
    }

    public RunSettings {
        addresses = Map.copyOf(addresses);
        kernelStamps = kernelStamps || scenario.stamps() == Stamps.KERNEL;
        for (var arm : scenario.arms()) {
            if (!addresses.containsKey(arm.name())) {
                throw new IllegalArgumentException(
                        "addresses has none for arm \"" + arm.name() + "\"; it must have one");
            }
        }
    }

    /** The clock of the run. */
    public NanoClock clock() {
        return NanoClock.since(originNanoTime);
    }
}
