package dev.streamux.cli.diagnosis;

import dev.streamux.cli.route.OpenRoutes;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.doctor.Doctor;
import dev.streamux.simulations.hop.Hop;
import dev.streamux.simulations.hop.PathProbe;
import dev.streamux.simulations.hop.PathReport;
import dev.streamux.simulations.hop.Prober;
import dev.streamux.simulations.origin.ProbeOrigin;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.RunDirectory;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Examines the routes of a run side by side once the run is over, each started again in front of an origin for probes:
 * what a run measures says how much a route holds back, and this says what holds it and which line ends that.
 */
public final class RouteCheckup {
    /** Paths side by side; above that a machine with two cores would be late itself. */
    private static final int SIDE_BY_SIDE = 10;

    private final RunDirectory run;
    private final long seed;
    private final PrintStream err;

    /**
     * A check-up whose proxies keep their files in the run's directory.
     *
     * @param err where progress and what could not be examined go
     */
    public RouteCheckup(RunDirectory run, long seed, PrintStream err) {
        this.run = run;
        this.seed = seed;
        this.err = err;
    }

    /**
     * Examines each route and leaves {@code diagnosis.json}; a route that cannot be started again is left out. Where
     * nothing stands between there is nothing to examine, and no file.
     *
     * @param arms the arms that use a route, by the route's word
     */
    public void write(Map<String, List<String>> arms) {
        if (Set.of(OpenRoutes.DIRECT).containsAll(arms.keySet())) {
            return;
        }
        err.println("streamux: looking at " + arms.size() + " routes, about "
                + 11 * ((arms.size() + SIDE_BY_SIDE - 1) / SIDE_BY_SIDE) + " s");
        NanoClock clock = NanoClock.startingNow();
        List<RouteReport> reports = new ArrayList<>();
        List<String> routes = List.copyOf(arms.keySet());
        try (ProbeOrigin origin = ProbeOrigin.start(0, clock, seed);
                StreamingClient client = new StreamingClient(clock)) {
            PathProbe probe = new PathProbe(new Prober(origin, client));
            for (int from = 0; from < routes.size(); from += SIDE_BY_SIDE) {
                List<String> group = routes.subList(from, Math.min(from + SIDE_BY_SIDE, routes.size()));
                reports.addAll(examine(group, arms, origin, probe));
            }
        }
        DiagnosisFile.write(reports, run.diagnosis());
    }

    private List<RouteReport> examine(
            List<String> group, Map<String, List<String>> arms, ProbeOrigin origin, PathProbe probe) {
        List<RouteReport> reports = new ArrayList<>();
        try (OpenRoutes open = new OpenRoutes(run.path().resolve("proxies/diagnosis"), "/ready", seed)) {
            List<Hop> hops = new ArrayList<>();
            group.forEach(route -> open(open, route, origin).ifPresent(hops::add));
            List<PathReport> measured = probe.measure(hops, 0);
            for (int i = 0; i < hops.size(); i++) {
                String route = hops.get(i).name();
                reports.add(new RouteReport(
                        route,
                        arms.getOrDefault(route, List.of()),
                        Doctor.examine(route, measured.get(i)),
                        Optional.of(measured.get(i))));
            }
        }
        return reports;
    }

    private Optional<Hop> open(OpenRoutes open, String route, ProbeOrigin origin) {
        try {
            return Optional.of(new Hop(route, open.open(route, origin.uri()), OpenRoutes.takesHttp2(route)));
        } catch (InvalidInputException e) {
            err.println("streamux: " + route + " is not examined: " + e.getMessage());
            return Optional.empty();
        }
    }
}
