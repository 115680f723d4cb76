package dev.streamux.cli.route;

import dev.streamux.simulations.hop.Hop;
import dev.streamux.simulations.proxy.ImpairmentProxy;
import dev.streamux.simulations.proxy.ProxyConfig;
import dev.streamux.simulations.proxy.policy.Policy;
import dev.streamux.simulations.route.Configuration;
import dev.streamux.simulations.route.RealRoute;
import dev.streamux.simulations.route.RouteCatalog;
import dev.streamux.simulations.scenario.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The proxies that a run has opened; closing ends them, the last one first. */
public final class OpenRoutes implements AutoCloseable {
    /** Answered with 200 by the mock at all times; its health is not, when it was late. */
    public static final String MOCK_READY = "/_mock/stats";

    private final Deque<Closing> open = new ArrayDeque<>();
    private final Path folder;
    private final String readyPath;
    private final long seed;

    /** Something to close that throws nothing checked. */
    private interface Closing {
        void close();
    }

    /**
     * No route open yet.
     *
     * @param folder where real proxies keep their files and logs
     * @param readyPath what the origin behind real proxies answers with 200 to a {@code GET}
     * @param seed of the embedded proxy's draws
     */
    public OpenRoutes(Path folder, String readyPath, long seed) {
        // A proxy is started in its own folder, where a relative path would mean another one.
        this.folder = folder.toAbsolutePath();
        this.readyPath = readyPath;
        this.seed = seed;
    }

    /**
     * Opens one route.
     *
     * @param origin the mock, or any origin for a route that is not real; the user's own proxy is taken to lead there
     * @return the addresses to send requests to
     * @throws dev.streamux.trace.InvalidInputException if the route is unknown or the proxy is not installed
     */
    public Hop open(Route route, URI origin) {
        if (route.isDirect()) {
            return Hop.http1(route.word(), origin);
        }
        if (route.address().isPresent()) {
            return Hop.http1(route.word(), route.address().get());
        }
        if (route.isEmbedded()) {
            ImpairmentProxy proxy = ImpairmentProxy.start(
                    ProxyConfig.to(origin, Policy.parse(route.detail())).withSeed(seed));
            open.push(proxy::close);
            return Hop.http1(route.word(), URI.create(proxy.baseUrl()));
        }
        return openReal(route.word(), origin);
    }

    private Hop openReal(String route, URI origin) {
        Configuration configuration = RouteCatalog.find(route);
        Path own = folder.resolve(configuration.route().replace('/', '-'));
        RealRoute proxy = RealRoute.start(configuration, origin.getPort(), readyPath, own);
        open.push(proxy::close);
        return new Hop(route, proxy.baseUrl(), proxy.http2Url());
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
