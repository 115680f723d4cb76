package dev.streamux.simulations.hop;

import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.origin.ProbeOrigin;
import dev.streamux.simulations.proxy.ImpairmentProxy;
import dev.streamux.simulations.proxy.ProxyConfig;
import dev.streamux.simulations.proxy.policy.Policy;
import dev.streamux.trace.NanoClock;
import java.net.URI;

/** An origin and a client on one clock, and impairment proxies between them. */
final class Rig implements AutoCloseable {
    final ProbeOrigin origin;
    final StreamingClient client;
    final Prober prober;

    Rig(long seed) {
        NanoClock clock = NanoClock.startingNow();
        origin = ProbeOrigin.start(0, clock, seed);
        client = new StreamingClient(clock);
        prober = new Prober(origin, client);
    }

    ImpairmentProxy proxy(String policy) {
        return ImpairmentProxy.start(ProxyConfig.to(origin.uri(), Policy.parse(policy)));
    }

    PathProbe probe() {
        return new PathProbe(prober);
    }

    static URI uri(ImpairmentProxy proxy) {
        return URI.create(proxy.baseUrl());
    }

    @Override
    public void close() {
        client.close();
        origin.close();
    }
}
