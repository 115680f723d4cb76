package dev.streamux.simulations.route;

import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.diagnosis.Kind;
import dev.streamux.simulations.hop.Hop;
import dev.streamux.simulations.hop.PathProbe;
import dev.streamux.simulations.hop.PathReport;
import dev.streamux.simulations.hop.Prober;
import dev.streamux.simulations.origin.ProbeOrigin;
import dev.streamux.trace.NanoClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Real routes measured together, again while this machine was too busy to judge them. */
final class SideBySide {
    private SideBySide() {}

    /**
     * The reports by route. If the harness was too late in every series, a user's machine skips the test and CI fails it.
     *
     * @param series how often to try, ≥ 1
     */
    static Map<String, PathReport> measure(List<String> routes, Path folder, int series) {
        Map<String, PathReport> reports = Map.of();
        for (int i = 0; i < series; i++) {
            reports = measureOnce(routes, folder);
            if (reports.values().stream().noneMatch(SideBySide::isWithheld)) {
                return reports;
            }
        }
        String late = "this machine was too busy to judge a path, in each of " + series + " series: " + reports;
        if (Installed.isCi()) {
            return Assertions.fail(late);
        }
        return Assumptions.abort(late);
    }

    private static boolean isWithheld(PathReport report) {
        return report.findings().stream().anyMatch(finding -> finding.kind() == Kind.WITHHELD);
    }

    private static Map<String, PathReport> measureOnce(List<String> routes, Path folder) {
        NanoClock clock = NanoClock.startingNow();
        List<RealRoute> open = new ArrayList<>();
        try (ProbeOrigin origin = ProbeOrigin.start(0, clock, 1);
                StreamingClient client = new StreamingClient(clock)) {
            List<Hop> hops = new ArrayList<>();
            for (String route : routes) {
                RealRoute started = RealRoute.start(
                        RouteCatalog.find(route), origin.port(), folder.resolve(route.replace('/', '-')));
                open.add(started);
                hops.add(new Hop(route, started.baseUrl(), started.http2Url()));
            }
            List<PathReport> reports = new PathProbe(new Prober(origin, client)).measure(hops, 0);
            Map<String, PathReport> byRoute = new LinkedHashMap<>();
            for (int i = 0; i < routes.size(); i++) {
                byRoute.put(routes.get(i), reports.get(i));
            }
            return byRoute;
        } finally {
            open.forEach(RealRoute::close);
        }
    }
}
