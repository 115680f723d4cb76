package dev.streamux.cli.doctor;

import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.doctor.Doctor;
import dev.streamux.simulations.doctor.Examination;
import dev.streamux.simulations.hop.Hop;
import dev.streamux.simulations.hop.PathProbe;
import dev.streamux.simulations.hop.Prober;
import dev.streamux.simulations.origin.ProbeOrigin;
import dev.streamux.simulations.route.RealRoute;
import dev.streamux.simulations.route.RouteCatalog;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** An examination with an origin of ours behind the path, which gives exact answers. */
public final class OwnOrigin implements AutoCloseable {
    private static final long POLL_NANOS = 250_000_000;

    private final ProbeOrigin origin;
    private final StreamingClient client;

    /** Starts an origin on this port; 0 lets the system choose. */
    public OwnOrigin(int port) {
        NanoClock clock = NanoClock.startingNow();
        this.origin = ProbeOrigin.start(port, clock, 1);
        this.client = new StreamingClient(clock);
    }

    /** Tells where the origin is, waits until {@code through} leads to it, and examines. */
    public Examination examine(URI through, Duration patience, PrintWriter told) {
        told.println("origin listening on " + origin.uri() + "; point the proxy at " + through + " to it");
        told.flush();
        awaitPath(through, patience);
        told.println("the path is there; measuring for about ten seconds");
        told.flush();
        return measure(Hop.http1(through.toString(), through));
    }

    /** Starts a real proxy of the catalogue in front of the origin, and examines it. */
    public Examination examine(String route) {
        try (RealRoute proxy =
                RealRoute.start(RouteCatalog.find(route), origin.port(), Files.createTempDirectory("streamux-route"))) {
            return measure(new Hop(route, proxy.baseUrl(), proxy.http2Url()));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the proxy: " + e.getMessage(), e);
        }
    }

    private Examination measure(Hop hop) {
        PathProbe probe = new PathProbe(new Prober(origin, client));
        return Doctor.examine(hop.name(), probe.measure(List.of(hop), 0).get(0));
    }

    private void awaitPath(URI through, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        long next = System.nanoTime();
        while (!leadsHere(through)) {
            next += POLL_NANOS;
            if (next > deadline) {
                throw new InvalidInputException(through + " does not lead to " + origin.uri() + " after "
                        + patience.toSeconds() + " s; configure the proxy's upstream, or raise --wait");
            }
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private static boolean leadsHere(URI through) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) through.resolve("/ready").toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(2000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
        origin.close();
    }
}
