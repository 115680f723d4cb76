package dev.streamux.simulations.doctor;

import dev.streamux.simulations.hop.Delivered;
import dev.streamux.simulations.hop.Departure;
import dev.streamux.simulations.hop.Ended;
import dev.streamux.simulations.hop.PathReport;
import dev.streamux.simulations.hop.ProbeCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures of a measured path that a person may want to see, by name. */
final class PathFacts {
    private final Map<String, String> facts = new LinkedHashMap<>();

    private PathFacts() {}

    static Map<String, String> of(PathReport report) {
        PathFacts all = new PathFacts();
        Delivered identity = report.identity();
        all.facts.put("added to the first event", millis(identity.addedFirst()));
        all.facts.put("added to the median event", millis(identity.addedMedian()));
        all.facts.put("bursts", Integer.toString(identity.bursts()));
        all.facts.put("headers late by", millis(identity.headersLate()));
        for (ProbeCase probe : List.of(ProbeCase.ORIGIN_RESET, ProbeCase.ORIGIN_CUT, ProbeCase.ERROR_EVENT)) {
            report.ending(probe)
                    .ifPresent(
                            ended -> all.facts.put(words(probe), ended.outcome().word()));
        }
        for (ProbeCase probe :
                List.of(ProbeCase.LEAVE_IN_PREFILL, ProbeCase.LEAVE_IN_STREAM, ProbeCase.LEAVE_BUFFERED)) {
            report.ending(probe)
                    .flatMap(Ended::departure)
                    .ifPresent(departure -> all.facts.put(words(probe), departure(departure)));
        }
        all.facts.put("attempts a request", Integer.toString(report.attempts()));
        all.facts.put("rig lag p95", millis(OptionalDouble.of(report.rigLagMillis())));
        return all.facts;
    }

    private static String words(ProbeCase probe) {
        return switch (probe) {
            case ORIGIN_RESET -> "origin resets";
            case ORIGIN_CUT -> "origin closes";
            case ERROR_EVENT -> "error event";
            case LEAVE_IN_PREFILL -> "client leaves before the first token";
            case LEAVE_IN_STREAM -> "client leaves in mid-stream";
            case LEAVE_BUFFERED -> "client leaves a request that is not streamed";
            default -> probe.word();
        };
    }

    private static String departure(Departure departure) {
        String noticed = departure.noticedNanos().isPresent()
                ? "noticed after " + departure.noticedNanos().getAsLong() / 1_000_000 + " ms"
                : "never noticed";
        return noticed + ", " + departure.wastedTokens() + " of " + departure.remainingTokens() + " tokens wasted";
    }

    private static String millis(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f ms", value.getAsDouble()) : "not measured";
    }
}
