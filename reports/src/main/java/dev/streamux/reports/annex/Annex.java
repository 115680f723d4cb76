package dev.streamux.reports.annex;

import dev.streamux.trace.run.RunDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Evidence beside the traces. Everything in it is untrusted text.
 *
 * @param gate what the gate said of the run; empty if it was not asked
 * @param selfTest how the client read streams whose truth is known; empty if it was not tried
 * @param routes what each route does to streams, as a probe found it; empty if none was examined
 * @param remarks files that are there and cannot be read, one sentence each
 */
public record Annex(
        Optional<GateEvidence> gate,
        Optional<SelfTestEvidence> selfTest,
        List<RouteEvidence> routes,
        List<String> remarks) {
    /** Nothing beside the traces. */
    public static final Annex NONE = new Annex(Optional.empty(), Optional.empty(), List.of(), List.of());

    public Annex {
        routes = List.copyOf(routes);
        remarks = List.copyOf(remarks);
    }

    /** Whatever of {@code gate.json}, {@code selftest.json} and {@code diagnosis.json} is there. */
    public static Annex read(RunDirectory run) {
        List<String> remarks = new ArrayList<>();
        return new Annex(
                JsonFile.read(run.path().resolve("gate.json"), "streamux-gate/1", remarks)
                        .map(GateEvidence::of),
                JsonFile.read(run.selfTest(), "streamux-selftest/1", remarks).map(SelfTestEvidence::of),
                JsonFile.read(run.diagnosis(), "streamux-diagnosis/1", remarks)
                        .map(RouteEvidence::of)
                        .orElse(List.of()),
                remarks);
    }

    /** The limits that the gate holds against a metric, in order of the limits. */
    public List<GateLimit> limits(String metric) {
        return gate.map(evidence -> evidence.limits(metric)).orElse(List.of());
    }
}
