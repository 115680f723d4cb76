package dev.streamux.cli.diagnosis;

import dev.streamux.cli.route.OpenRoutes;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.doctor.Doctor;
import dev.streamux.simulations.doctor.Examination;
import dev.streamux.simulations.hop.Hop;
import dev.streamux.simulations.hop.PathProbe;
import dev.streamux.simulations.hop.PathReport;
import dev.streamux.simulations.hop.Prober;
import dev.streamux.simulations.origin.ProbeOrigin;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.run.RunDirectory;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     * @param originPort of the origin for probes, to which a proxy of the user's own must lead: the mock's; 0 for any
     */
    public void write(List<RouteUse> routes, int originPort) {
        if (routes.stream().allMatch(use -> use.route().isDirect())) {
            return;
        }
        err.println("streamux: looking at " + routes.size() + " routes, about "
                + 11 * ((routes.size() + SIDE_BY_SIDE - 1) / SIDE_BY_SIDE) + " s");
        NanoClock clock = NanoClock.startingNow();
        List<RouteReport> reports = new ArrayList<>();
        try (ProbeOrigin origin = ProbeOrigin.start(originPort, clock, seed);
                StreamingClient client = new StreamingClient(clock)) {
            PathProbe probe = new PathProbe(new Prober(origin, client));
            for (int from = 0; from < routes.size(); from += SIDE_BY_SIDE) {
                int to = Math.min(from + SIDE_BY_SIDE, routes.size());
                reports.addAll(examine(routes.subList(from, to), origin, probe));
            }
        }
        DiagnosisFile.write(reports, run.diagnosis());
    }

    private List<RouteReport> examine(List<RouteUse> group, ProbeOrigin origin, PathProbe probe) {
        List<RouteReport> reports = new ArrayList<>();
        try (OpenRoutes open = new OpenRoutes(run.path().resolve("proxies/diagnosis"), "/ready", seed)) {
            List<RouteUse> opened = new ArrayList<>();
            List<Hop> hops = new ArrayList<>();
            for (RouteUse use : group) {
                try {
                    hops.add(open.open(use.route(), origin.uri()));
                    opened.add(use);
                } catch (InvalidInputException e) {
                    err.println("streamux: " + use.route().word() + " is not examined: " + e.getMessage());
                }
            }
            List<PathReport> measured = probe.measure(hops, 0);
            for (int i = 0; i < opened.size(); i++) {
                Examination found = Doctor.examine(hops.get(i).name(), measured.get(i));
                reports.add(new RouteReport(opened.get(i), found, Optional.of(measured.get(i))));
            }
        }
        return reports;
    }
}
