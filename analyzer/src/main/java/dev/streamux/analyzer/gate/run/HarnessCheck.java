package dev.streamux.analyzer.gate.run;

import dev.streamux.analyzer.selfcheck.SelfCheckLimits;
import dev.streamux.analyzer.selfcheck.TraceSelfCheck;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.nio.file.Files;
import java.util.Optional;

/** How far a run directory can be trusted. */
public final class HarnessCheck {
    private HarnessCheck() {}

    /** The self-check as the run noted it, or else as its traces tell. */
    public static SelfCheck of(RunDirectory run) {
        SelfCheck noted = manifest(run).map(RunManifest::selfCheck).orElse(SelfCheck.NONE);
        return noted.valid() && noted.figures().isEmpty() ? TraceSelfCheck.of(run, SelfCheckLimits.DEFAULTS) : noted;
    }

    /** The manifest, if the run has one. */
    static Optional<RunManifest> manifest(RunDirectory run) {
        return Files.exists(run.manifest()) ? Optional.of(RunManifest.read(run.manifest())) : Optional.empty();
    }
}
