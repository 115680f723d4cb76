package dev.streamux.reports.gate;

import dev.streamux.analyzer.gate.run.Proof;
import dev.streamux.analyzer.gate.verdict.GateResult;
import java.util.List;

/**
 * Everything that the files of a gate show.
 *
 * @param run what was judged, for people
 * @param result the verdict
 * @param exitCode what the process ends with
 * @param proofs whether the rules can fire; empty if nobody asked
 */
public record GateReport(String run, GateResult result, int exitCode, List<Proof> proofs) {
    public GateReport {
        proofs = List.copyOf(proofs);
    }
}
