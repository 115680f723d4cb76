package dev.streamux.cli.compare;

import dev.streamux.cli.compare.CompareArm.Embedded;
import dev.streamux.simulations.proxy.ImpairmentProxy;
import dev.streamux.simulations.proxy.Policy;
import dev.streamux.simulations.proxy.ProxyConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The address under which each arm reaches the mock; owns the proxies between. */
final class CompareRoutes implements AutoCloseable {
    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private final List<ImpairmentProxy> proxies = new ArrayList<>();

    /** Starts what the arms need in front of {@code mock}; whatever was started is ended if a later one fails. */
    static CompareRoutes start(List<CompareArm> arms, URI mock) {
        CompareRoutes routes = new CompareRoutes();
        try {
            arms.forEach(arm -> routes.open(arm, mock));
            return routes;
        } catch (RuntimeException e) {
            routes.close();
            throw e;
        }
    }

    private void open(CompareArm arm, URI mock) {
        if (arm.way() instanceof Embedded embedded) {
            ImpairmentProxy proxy = ImpairmentProxy.start(ProxyConfig.to(mock, Policy.parse(embedded.policy())));
            proxies.add(proxy);
            addresses.put(arm.name(), URI.create(proxy.baseUrl()));
        } else {
            addresses.put(arm.name(), mock);
        }
    }

    /** Where requests of this arm go. */
    URI address(CompareArm arm) {
        URI address = addresses.get(arm.name());
        if (address == null) {
            throw new IllegalArgumentException("arm " + arm.name() + " was not started");
        }
        return address;
    }

    @Override
    public void close() {
        proxies.forEach(ImpairmentProxy::close);
    }
}
