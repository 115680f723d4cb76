package dev.streamux.reports.sample;

import java.util.List;
import java.util.Optional;

/**
 * The samples of all arms.
 *
 * @param horizonMillis how far to the right pictures of one response go, from its intended start; > 0
 * @param arms in the order of the result
 */
public record RunSamples(double horizonMillis, List<ArmSample> arms) {
    public RunSamples {
        arms = List.copyOf(arms);
    }

    /** The samples of an arm, empty if there are none. */
    public Optional<ArmSample> arm(String name) {
        return arms.stream().filter(arm -> arm.arm().equals(name)).findFirst();
    }
}
