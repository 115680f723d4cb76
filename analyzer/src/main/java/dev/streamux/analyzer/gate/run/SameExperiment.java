package dev.streamux.analyzer.gate.run;

import dev.streamux.analyzer.comparison.RunFingerprint;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import java.util.List;
import java.util.Optional;

/** What makes a directory a further group of a run: the same machine, version and scenario. */
public final class SameExperiment {
    private SameExperiment() {}

    /**
     * Does nothing if the group belongs to the run.
     *
     * @param advice what the user can do if it does not; the end of the message
     * @throws InvalidInputException if it is another experiment, or one of them has no manifest; names what differs
     */
    public static void require(RunDirectory run, RunDirectory group, String advice) {
        Optional<RunManifest> first = HarnessCheck.manifest(run);
        Optional<RunManifest> further = HarnessCheck.manifest(group);
        List<String> differences = first.isPresent() && further.isPresent()
                ? RunFingerprint.differences(first.get(), further.get())
                : List.of("one of them has no run.json");
        if (!differences.isEmpty()) {
            throw new InvalidInputException(group.path() + " is no further group of the experiment in " + run.path()
                    + ": " + String.join("; ", differences) + "; " + advice);
        }
    }
}
