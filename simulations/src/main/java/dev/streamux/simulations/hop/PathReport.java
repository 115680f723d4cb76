package dev.streamux.simulations.hop;

import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything measured of one path.
 *
 * @param rigLagMillis p95 of the delay of the two-rate probe without the path, measured at the same time
 * @param identity the two-rate probe without gzip offered
 * @param gzip the same with gzip offered
 * @param gzipLarge the same with large events
 * @param http2 the identity probe over HTTP/2; empty if it was not asked for
 * @param originReset how the client saw a reset of the origin
 * @param originCut how the client saw a close of the origin
 * @param errorEvent how the client saw an error event
 * @param departures what became of answers after the client had left, by case
 * @param attempts the most attempts that one request made at the origin
 * @param silence how the client saw three and a half seconds of silence
 * @param silenceMillis from the last event before a cut to the cut; empty if the path bore the silence
 * @param queueMillis p95 of the wait before the origin with many streams at once; empty if it was not asked for
 * @param serverHeaders the headers by which the path names itself
 */
public record PathReport(
        double rigLagMillis,
        Delivered identity,
        Delivered gzip,
        Delivered gzipLarge,
        Optional<Delivered> http2,
        Outcome originReset,
        Outcome originCut,
        Outcome errorEvent,
        Map<ProbeCase, Departure> departures,
        int attempts,
        Outcome silence,
        OptionalDouble silenceMillis,
        OptionalDouble queueMillis,
        Map<String, List<String>> serverHeaders) {

    /** Above this, in milliseconds, a wait in front of the origin is a queue. */
    public static final double QUEUE_LIMIT_MILLIS = 250;

    public PathReport {
        departures = Map.copyOf(departures);
        serverHeaders = Map.copyOf(serverHeaders);
    }

    /** What is wrong with the path, the gravest for a reader first; empty if nothing is. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        delivery(all);
        ending(all);
        if (attempts > 1) {
            all.add(finding(Kind.RETRY, "0b", "one request reached the origin " + attempts + " times"));
        }
        departures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> !entry.getValue().isPrompt())
                .forEach(entry -> all.add(leak(entry.getKey(), entry.getValue())));
        if (silenceMillis.isPresent()) {
            all.add(finding(
                    Kind.IDLE_CUT,
                    "13",
                    String.format(
                            java.util.Locale.ROOT, "cut after %.1f s of silence", silenceMillis.getAsDouble() / 1e3)));
        }
        if (queueMillis.orElse(0) > QUEUE_LIMIT_MILLIS) {
            all.add(finding(
                    Kind.QUEUEING,
                    "0c",
                    String.format(
                            java.util.Locale.ROOT,
                            "with many streams at once p95 of the wait before the origin was %.0f ms",
                            queueMillis.getAsDouble())));
        }
        return List.copyOf(all);
    }

    private void delivery(List<Finding> all) {
        if (identity.finding().kind() != Kind.STREAMED) {
            all.add(identity.finding());
        }
        boolean compressionIsToBlame = identity.finding().kind().isDeliveredLive();
        for (Delivered compressed : List.of(gzip, gzipLarge)) {
            Finding found = compressed.finding();
            boolean known = all.stream().anyMatch(other -> other.kind() == found.kind());
            if (compressionIsToBlame && found.kind() != Kind.STREAMED && !known) {
                all.add(found);
            }
        }
    }

    private void ending(List<Finding> all) {
        if (originReset == Outcome.TRUNCATED || originCut == Outcome.TRUNCATED) {
            String when = originReset == Outcome.TRUNCATED
                    ? originCut == Outcome.TRUNCATED ? "a reset or a close" : "a reset"
                    : "a close";
            all.add(finding(
                    Kind.SILENT_TRUNCATION, "12", when + " of the origin in mid-stream arrives as a clean end"));
        }
        if (isHang(originReset) || isHang(originCut)) {
            all.add(finding(Kind.HANGS, "12", "the answer never ends after the origin broke off"));
        }
    }

    private static boolean isHang(Outcome outcome) {
        return outcome == Outcome.STALLED || outcome == Outcome.TIMEOUT;
    }

    private static Finding leak(ProbeCase probe, Departure departure) {
        String noticed = departure.noticedNanos().isPresent()
                ? "the origin saw it after " + departure.noticedNanos().getAsLong() / 1_000_000 + " ms"
                : "the origin never saw it";
        return finding(
                Kind.CANCELLATION_LEAK,
                "14",
                probe.word() + ": " + noticed + ", " + departure.wastedTokens() + " of " + departure.remainingTokens()
                        + " tokens written for nobody");
    }

    private static Finding finding(Kind kind, String rule, String evidence) {
        return new Finding(kind, rule, java.util.OptionalInt.empty(), java.util.OptionalLong.empty(), evidence);
    }
}
