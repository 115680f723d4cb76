package dev.streamux.reports.sample;

import java.util.List;
import java.util.Optional;

/**
 * The samples of all arms.
 *
 * @param horizonMillis how far to the right pictures of one response go, from its intended start; > 0
 * @param question the seed of the question that the typical answers of all arms have in common; empty if there is none
 * @param arms in the order of the result
 */
public record RunSamples(double horizonMillis, Optional<String> question, List<ArmSample> arms) {
    public RunSamples {
        arms = List.copyOf(arms);
    }

    /** The samples of an arm, empty if there are none. */
    public Optional<ArmSample> arm(String name) {
        return arms.stream().filter(arm -> arm.arm().equals(name)).findFirst();
    }
}
