package dev.streamux.cli.scenario;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.simulations.proxy.ImpairmentProxy;
import dev.streamux.simulations.proxy.Policy;
import dev.streamux.simulations.proxy.ProxyConfig;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Route;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.RunDirectory;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The mock and the proxies of a scenario, in this process; closing ends them, the last one first. */
final class RunTargets implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private Optional<MockServer> mock = Optional.empty();

    private RunTargets() {}

    /**
     * Starts what the arms need; whatever was started is ended if a later one fails.
     *
     * @throws InvalidInputException if a route cannot be had here
     */
    static RunTargets start(Scenario scenario, NanoClock clock, RunDirectory run) {
        RunTargets targets = new RunTargets();
        try {
            Map<String, URI> open = new HashMap<>();
            for (Arm arm : scenario.arms()) {
                URI origin = arm.url().or(scenario.target()::url).orElseGet(() -> targets.mock(clock, run));
                String key = origin + " " + arm.route().word();
                URI address = open.containsKey(key) ? open.get(key) : targets.route(arm, origin, scenario.seed());
                open.put(key, address);
                targets.addresses.put(arm.name(), address);
            }
            return targets;
        } catch (RuntimeException e) {
            targets.close();
            throw e;
        }
    }

    private URI mock(NanoClock clock, RunDirectory run) {
        if (mock.isEmpty()) {
            MockServer server = MockServer.start(MockConfig.defaults().withEmissionsFile(run.emissions()), clock);
            started.push(server);
            mock = Optional.of(server);
        }
        return URI.create(mock.get().baseUrl());
    }

    private URI route(Arm arm, URI origin, long seed) {
        Route route = arm.route();
        if (route.isDirect()) {
            return origin;
        }
        if (!route.isEmbedded()) {
            throw new InvalidInputException("arm \"" + arm.name() + "\": route is \"" + route.word()
                    + "\", which this command does not start; start the proxy yourself and give its address as the arm's"
                    + " url, or use proxy/POLICY");
        }
        ImpairmentProxy proxy = ImpairmentProxy.start(
                ProxyConfig.to(origin, Policy.parse(route.detail())).withSeed(seed));
        started.push(proxy);
        return URI.create(proxy.baseUrl());
    }

    /** From an arm's name to where its requests go. */
    Map<String, URI> addresses() {
        return addresses;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            AutoCloseable next = started.pop();
            try {
                next.close();
            } catch (Exception e) {
                throw new IllegalStateException("a server of the run could not be closed: " + e.getMessage(), e);
            }
        }
    }
}
