package dev.streamux.simulations.atlas;

import dev.streamux.simulations.client.StreamingClient;
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

/** Measures configurations one after the other, each beside the same probe without a proxy. */
public final class Atlas {
    /** Enough to show a pool of a few dozen; a machine with two cores still serves it in time. */
    private static final int STREAMS_AT_ONCE = 60;

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
            for (int i = 0; i < configurations.size(); i++) {
                String place = String.format(Locale.ROOT, "[%d/%d] ", i + 1, configurations.size());
                try {
                    AtlasRow row = measure(configurations.get(i), origin, probe);
                    rows.add(row);
                    told.accept(place + row.route() + ": " + row.streams() + " (" + row.verdict() + ")");
                } catch (InvalidInputException e) {
                    told.accept(place + configurations.get(i).route() + " skipped: " + e.getMessage());
                }
            }
        }
        return List.copyOf(rows);
    }

    private AtlasRow measure(Configuration configuration, ProbeOrigin origin, PathProbe probe) {
        Path own = folder.resolve(configuration.product().name()).resolve(configuration.name());
        try (RealRoute route = RealRoute.start(configuration, origin.port(), own)) {
            PathReport report =
                    probe.measure(route.baseUrl(), new PathProbe.Options(configuration.http2(), STREAMS_AT_ONCE));
            return new AtlasRow(
                    configuration.route(),
                    configuration.purpose().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    configuration.product().version().orElse("?"),
                    report);
        }
    }
}
