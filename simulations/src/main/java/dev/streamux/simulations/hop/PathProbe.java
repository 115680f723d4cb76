package dev.streamux.simulations.hop;

import dev.streamux.simulations.diagnosis.StreamObservation;
import dev.streamux.simulations.origin.Script;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Measures paths side by side, in about ten seconds for some: first the cases that are judged by their times, all paths
 * at once and with the same probe beside them without any path; then the endings and departures; then, if wanted, many
 * streams at once on one path after the other.
 */
public final class PathProbe {
    /** How often a case is measured while it is doubtful; the last time its path has the machine for itself. */
    private static final int TRIES = 3;

    private static final List<String> NAMING =
            List.of("server", "via", "x-powered-by", "x-cache", "x-varnish", "cf-ray", "x-amz-cf-id");

    private final Prober prober;

    /** A probe that sends with this prober. */
    public PathProbe(Prober prober) {
        this.prober = prober;
    }

    /**
     * Measures the paths together, so that a disturbance of the machine hits all alike.
     *
     * @param streamsAtOnce for the queueing case of each path, ≥ 0; 0 leaves it out
     * @return a report a path, in their order
     */
    public List<PathReport> measure(List<Hop> hops, int streamsAtOnce) {
        List<TimedCases> timed = timed(hops);
        List<Map<ProbeCase, Ended>> endings = endings(hops);
        List<PathReport> reports = new ArrayList<>();
        for (int i = 0; i < hops.size(); i++) {
            TimedCases cases = timed.get(i);
            Optional<Crowd> crowd =
                    streamsAtOnce > 0 ? Optional.of(crowd(hops.get(i).through(), streamsAtOnce)) : Optional.empty();
            reports.add(new PathReport(cases.lagMillis(), cases.delivered(), endings.get(i), crowd, cases.headers()));
        }
        return List.copyOf(reports);
    }

    private List<TimedCases> timed(List<Hop> hops) {
        List<TimedCases> best = new ArrayList<>(timedOnce(hops));
        for (int run = 1; run < TRIES; run++) {
            List<Integer> doubtful = new ArrayList<>();
            for (int i = 0; i < best.size(); i++) {
                if (best.get(i).isDoubtful()) {
                    doubtful.add(i);
                }
            }
            boolean alone = run == TRIES - 1;
            List<TimedCases> again = alone
                    ? doubtful.stream()
                            .map(i -> timedOnce(List.of(hops.get(i))).get(0))
                            .toList()
                    : timedOnce(doubtful.stream().map(hops::get).toList());
            for (int i = 0; i < doubtful.size(); i++) {
                best.set(doubtful.get(i), best.get(doubtful.get(i)).orClearer(again.get(i)));
            }
        }
        return best;
    }

    private List<TimedCases> timedOnce(List<Hop> hops) {
        if (hops.isEmpty()) {
            return List.of();
        }
        Prober.Pending direct = prober.send(prober.origin().uri(), ProbeCase.IDENTITY);
        List<Map<ProbeCase, Prober.Pending>> pending = new ArrayList<>();
        hops.forEach(hop -> pending.add(send(hop, ProbeCase.timed(hop.http2().isPresent()))));
        double lag = lagMillis(direct.result().observation());
        List<TimedCases> cases = new ArrayList<>();
        for (Map<ProbeCase, Prober.Pending> sent : pending) {
            Map<ProbeCase, Delivered> delivered = new EnumMap<>(ProbeCase.class);
            Map<String, List<String>> headers = new LinkedHashMap<>();
            sent.forEach((probe, each) -> {
                CaseResult result = each.result();
                delivered.put(probe, Delivered.of(result, lag));
                headers.putAll(naming(result.headers()));
            });
            cases.add(new TimedCases(lag, delivered, headers));
        }
        return cases;
    }

    private static double lagMillis(StreamObservation direct) {
        double[] delays = new double[direct.comparable()];
        for (int i = 0; i < delays.length; i++) {
            delays[i] = direct.delayNanos(i) / 1e6;
        }
        Arrays.sort(delays);
        return delays.length == 0 ? Double.MAX_VALUE : delays[(int) (0.95 * (delays.length - 1))];
    }

    /** How the cases end that are not judged by their times; leaks are looked at twice. */
    List<Map<ProbeCase, Ended>> endings(List<Hop> hops) {
        List<Map<ProbeCase, Ended>> first = endingsOnce(hops);
        List<Hop> leaking = new ArrayList<>();
        for (int i = 0; i < hops.size(); i++) {
            if (first.get(i).values().stream().anyMatch(Ended::isLeak)) {
                leaking.add(hops.get(i));
            }
        }
        List<Map<ProbeCase, Ended>> again = endingsOnce(leaking);
        for (int i = 0; i < leaking.size(); i++) {
            Map<ProbeCase, Ended> second = again.get(i);
            first.get(hops.indexOf(leaking.get(i)))
                    .replaceAll((probe, ended) -> ended.orBetter(second.getOrDefault(probe, ended)));
        }
        return first;
    }

    private List<Map<ProbeCase, Ended>> endingsOnce(List<Hop> hops) {
        List<Map<ProbeCase, Prober.Pending>> pending = new ArrayList<>();
        hops.forEach(hop -> pending.add(send(hop, ProbeCase.endings(hop.http2().isPresent()))));
        // Departures are over for the client long before the origin is; the silent case outlasts them all.
        pending.forEach(sent -> sent.values().forEach(Prober.Pending::await));
        List<Map<ProbeCase, Ended>> results = new ArrayList<>();
        for (Map<ProbeCase, Prober.Pending> sent : pending) {
            Map<ProbeCase, Ended> ended = new EnumMap<>(ProbeCase.class);
            sent.forEach((probe, each) -> ended.put(probe, Ended.of(probe, each.result())));
            results.add(ended);
        }
        return results;
    }

    private Map<ProbeCase, Prober.Pending> send(Hop hop, List<ProbeCase> probes) {
        Map<ProbeCase, Prober.Pending> pending = new EnumMap<>(ProbeCase.class);
        probes.forEach(probe -> pending.put(probe, prober.send(hop.address(probe), probe)));
        return pending;
    }

    /** Many streams at once, twice if they had to wait. */
    Crowd crowd(URI through, int streams) {
        Crowd first = crowdOnce(through, streams);
        return first.isQueue() ? first.orBetter(crowdOnce(through, streams)) : first;
    }

    private Crowd crowdOnce(URI through, int streams) {
        ProbeCase.Ask ask = ProbeCase.Ask.plain(Script.steady(10, 20, 100_000_000));
        List<Prober.Pending> pending = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            pending.add(prober.send(through, ask));
        }
        return Crowd.of(pending.stream().map(Prober.Pending::result).toList());
    }

    private static Map<String, List<String>> naming(Map<String, List<String>> headers) {
        Map<String, List<String>> naming = new LinkedHashMap<>();
        NAMING.stream()
                .filter(headers::containsKey)
                .forEach(name -> naming.put(name, Objects.requireNonNull(headers.get(name))));
        return naming;
    }
}
