package dev.streamux.simulations.atlas;

import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.hop.Hop;
import dev.streamux.simulations.hop.PathProbe;
import dev.streamux.simulations.hop.PathReport;
import dev.streamux.simulations.hop.Prober;
import dev.streamux.simulations.origin.ProbeOrigin;
import dev.streamux.simulations.route.Configuration;
import dev.streamux.simulations.route.RealRoute;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures configurations, a few side by side and beside the same probe without a proxy. */
public final class Atlas {
    /** Enough to show a pool of a few dozen; a machine with two cores still serves it in time. */
    private static final int STREAMS_AT_ONCE = 60;

    /** Configurations side by side: the rig of a machine with two cores stays under a millisecond late. */
    private static final int SIDE_BY_SIDE = 3;

    private final Path folder;
    private final long seed;

    /** An atlas whose proxies keep their files under {@code folder}. */
    public Atlas(Path folder, long seed) {
        this.folder = folder.toAbsolutePath();
        this.seed = seed;
    }

    /**
     * Measures them in this order; what is not installed or does not come up is left out.
     *
     * @param told gets a line for each, measured or not
     */
    public List<AtlasRow> measure(List<Configuration> configurations, Consumer<String> told) {
        List<AtlasRow> rows = new ArrayList<>();
        NanoClock clock = NanoClock.startingNow();
        try (ProbeOrigin origin = ProbeOrigin.start(0, clock, seed);
                StreamingClient client = new StreamingClient(clock)) {
            PathProbe probe = new PathProbe(new Prober(origin, client));
            for (int from = 0; from < configurations.size(); from += SIDE_BY_SIDE) {
                int to = Math.min(from + SIDE_BY_SIDE, configurations.size());
                for (AtlasRow row : measure(configurations.subList(from, to), origin, probe, told)) {
                    rows.add(row);
                    String place = String.format(Locale.ROOT, "[%d/%d] ", to, configurations.size());
                    told.accept(place + row.route() + ": " + row.streams() + " (" + row.verdict() + ")");
                }
            }
        }
        return List.copyOf(rows);
    }

    private List<AtlasRow> measure(
            List<Configuration> group, ProbeOrigin origin, PathProbe probe, Consumer<String> told) {
        List<Configuration> started = new ArrayList<>();
        List<RealRoute> routes = new ArrayList<>();
        List<Hop> hops = new ArrayList<>();
        try {
            for (Configuration each : group) {
                try {
                    RealRoute route = RealRoute.start(each, origin.port(), own(each));
                    routes.add(route);
                    started.add(each);
                    hops.add(new Hop(each.route(), route.baseUrl(), route.http2Url()));
                } catch (InvalidInputException e) {
                    told.accept(each.route() + " skipped: " + e.getMessage());
                }
            }
            List<PathReport> reports = probe.measure(hops, STREAMS_AT_ONCE);
            List<AtlasRow> rows = new ArrayList<>();
            for (int i = 0; i < started.size(); i++) {
                rows.add(row(started.get(i), reports.get(i)));
            }
            return rows;
        } finally {
            routes.forEach(RealRoute::close);
        }
    }

    private Path own(Configuration configuration) {
        return folder.resolve(configuration.product().name()).resolve(configuration.name());
    }

    private static AtlasRow row(Configuration configuration, PathReport report) {
        return new AtlasRow(
                configuration.route(),
                configuration.purpose().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                configuration.product().version().orElse("?"),
                report);
    }
}
