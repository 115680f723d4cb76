package dev.streamux.simulations.hop;

import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything measured of one path.
 *
 * @param rigLagMillis p95 of the delay of the two-rate probe without the path, measured at the same time
 * @param delivered the cases that are judged by their times; those of HTTP/1.1 are always there
 * @param endings the other cases
 * @param crowd what became of many streams at once; empty if that was not asked for
 * @param serverHeaders the headers by which the path names itself
 */
public record PathReport(
        double rigLagMillis,
        Map<ProbeCase, Delivered> delivered,
        Map<ProbeCase, Ended> endings,
        Optional<Crowd> crowd,
        Map<String, List<String>> serverHeaders) {

    public PathReport {
        delivered = Collections.unmodifiableMap(new EnumMap<>(delivered));
        endings = Collections.unmodifiableMap(new EnumMap<>(endings));
        serverHeaders = Map.copyOf(serverHeaders);
    }

    /** The two-rate probe as any client gets it. */
    public Delivered identity() {
        return Objects.requireNonNull(delivered.get(ProbeCase.IDENTITY));
    }

    /** How a case was delivered; empty if it was not measured. */
    public Optional<Delivered> delivered(ProbeCase probe) {
        return Optional.ofNullable(delivered.get(probe));
    }

    /** How a case ended; empty if it was not measured. */
    public Optional<Ended> ending(ProbeCase probe) {
        return Optional.ofNullable(endings.get(probe));
    }

    /** The most often that one request reached the origin. */
    public int attempts() {
        return endings.values().stream().mapToInt(Ended::attempts).max().orElse(0);
    }

    /** What is wrong with the path, the gravest for a reader first; empty if nothing is. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        delivery().stream().filter(finding -> finding.kind() != Kind.STREAMED).forEach(all::add);
        all.addAll(EndingRules.judge(this));
        crowd.ifPresent(many -> all.addAll(EndingRules.judge(many)));
        return List.copyOf(all);
    }

    /**
     * How text is delivered: first without an offer of gzip over HTTP/1.1, then what differs from that with gzip, with
     * large events and over HTTP/2. At least one.
     */
    public List<Finding> delivery() {
        List<Finding> all = new ArrayList<>(List.of(identity().finding()));
        boolean live = identity().finding().kind().isDeliveredLive();
        for (ProbeCase probe : List.of(ProbeCase.GZIP, ProbeCase.GZIP_LARGE, ProbeCase.HTTP2)) {
            Delivered found = delivered.get(probe);
            if (found == null) {
                continue;
            }
            Kind kind = found.finding().kind();
            boolean known = all.stream().anyMatch(other -> other.kind() == kind);
            boolean telling = live ? kind != Kind.STREAMED : probe == ProbeCase.HTTP2 && kind.isDeliveredLive();
            if (telling && !known) {
                all.add(found.finding().under(probe.condition()));
            }
        }
        return List.copyOf(all);
    }
}
