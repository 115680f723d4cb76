package dev.streamux.simulations.hop;

import dev.streamux.simulations.diagnosis.StreamObservation;
import dev.streamux.simulations.diagnosis.StreamObservation.OriginView;
import dev.streamux.simulations.origin.Attempt;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One case from both ends.
 *
 * @param gzipOffered whether the client offered gzip
 * @param trace what the client saw
 * @param headers the response's headers, names in lower case; empty if none came
 * @param attempts what the origin saw, in order of arrival
 */
public record CaseResult(
        boolean gzipOffered, ResponseTrace trace, Map<String, List<String>> headers, List<Attempt> attempts) {
    public CaseResult {
        headers = Map.copyOf(headers);
        attempts = List.copyOf(attempts);
    }

    /** The case as the diagnosis wants it; the origin's view is that of the first attempt. */
    public StreamObservation observation() {
        return new StreamObservation(
                gzipOffered,
                headers.containsKey("content-encoding"),
                headers.containsKey("content-length"),
                trace.sentNanos(),
                trace.headersNanos(),
                trace.chunks(),
                trace.endNanos(),
                trace.outcome(),
                originView());
    }

    private OriginView originView() {
        if (attempts.isEmpty()) {
            return new OriginView(
                    OptionalInt.of(0),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OriginView.UNKNOWN.emitted(),
                    OptionalLong.empty());
        }
        Attempt first = attempts.get(0);
        return new OriginView(
                OptionalInt.of(attempts.size()),
                OptionalLong.of(first.arrivalNanos()),
                first.headersNanos(),
                first.emitted(),
                first.endNanos());
    }
}
