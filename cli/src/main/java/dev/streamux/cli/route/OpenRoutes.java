package dev.streamux.cli.route;

import dev.streamux.simulations.proxy.ImpairmentProxy;
import dev.streamux.simulations.proxy.Policy;
import dev.streamux.simulations.proxy.ProxyConfig;
import dev.streamux.simulations.route.Configuration;
import dev.streamux.simulations.route.RealRoute;
import dev.streamux.simulations.route.RouteCatalog;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The proxies that a run has opened; closing ends them, the last one first. */
public final class OpenRoutes implements AutoCloseable {
    /** The word of the route on which nothing stands between. */
    public static final String DIRECT = "direct";

    private static final String EMBEDDED = "proxy/";
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
        this.folder = folder;
        this.readyPath = readyPath;
        this.seed = seed;
    }

    /**
     * Opens one route.
     *
     * @param route {@code direct}, {@code proxy/POLICY} or a real proxy's configuration such as {@code nginx/default}
     * @param origin the mock, or any origin for the first two kinds
     * @return the address to send requests to
     * @throws dev.streamux.trace.InvalidInputException if the route is unknown or the proxy is not installed
     */
    public URI open(String route, URI origin) {
        if (route.equals(DIRECT)) {
            return origin;
        }
        if (route.startsWith(EMBEDDED)) {
            Policy policy = Policy.parse(route.substring(EMBEDDED.length()));
            ImpairmentProxy proxy =
                    ImpairmentProxy.start(ProxyConfig.to(origin, policy).withSeed(seed));
            open.push(proxy::close);
            return URI.create(proxy.baseUrl());
        }
        Configuration configuration = RouteCatalog.find(route);
        Path own = folder.resolve(configuration.route().replace('/', '-'));
        RealRoute proxy = RealRoute.start(configuration, origin.getPort(), readyPath, own);
        open.push(proxy::close);
        return proxy.baseUrl();
    }

    /** Whether an opened route takes HTTP/2 without TLS on the same port. */
    public static boolean takesHttp2(String route) {
        return !route.equals(DIRECT)
                && !route.startsWith(EMBEDDED)
                && RouteCatalog.find(route).http2();
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
