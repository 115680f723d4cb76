package dev.streamux.cli.scenario;

import dev.streamux.cli.route.OpenRoutes;
import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.SelfCheck;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The mock and the proxies of a scenario, in this process; closing ends them, the last one first. */
final class RunTargets implements AutoCloseable {
    private final OpenRoutes routes;
    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private Optional<MockServer> mock = Optional.empty();

    private final int mockPort;

    private RunTargets(OpenRoutes routes, int mockPort) {
        this.routes = routes;
        this.mockPort = mockPort;
    }

    /**
     * Starts what the arms need; whatever was started is ended if a later one fails.
     *
     * @param mockPort of the mock; 0 lets the system choose
     * @throws InvalidInputException if a route cannot be had here
     */
    static RunTargets start(Scenario scenario, NanoClock clock, RunDirectory run, int mockPort) {
        RunTargets targets = new RunTargets(
                new OpenRoutes(run.path().resolve("proxies"), OpenRoutes.MOCK_READY, scenario.seed()), mockPort);
        try {
            Map<String, URI> open = new HashMap<>();
            for (Arm arm : scenario.arms()) {
                URI origin = arm.url().or(scenario.target()::url).orElseGet(() -> targets.mock(clock, run));
                String key = origin + " " + arm.route().word();
                URI address = open.containsKey(key) ? open.get(key) : targets.open(arm, scenario, origin);
                open.put(key, address);
                targets.addresses.put(arm.name(), address);
            }
            return targets;
        } catch (RuntimeException e) {
            targets.close();
            throw e;
        }
    }

    private URI open(Arm arm, Scenario scenario, URI origin) {
        boolean ours = arm.url().or(scenario.target()::url).isEmpty();
        if (arm.route().isReal() && !ours) {
            throw new InvalidInputException(
                    "arm \"" + arm.name() + "\": route is \"" + arm.route().word()
                            + "\", and streamux puts a real proxy only before its own mock; start the proxy yourself and give its"
                            + " address as the arm's url");
        }
        return routes.open(arm.route(), origin).through();
    }

    private URI mock(NanoClock clock, RunDirectory run) {
        if (mock.isEmpty()) {
            MockServer server = MockServer.start(
                    MockConfig.defaults().withPort(mockPort).withEmissionsFile(run.emissions()), clock);
            mock = Optional.of(server);
        }
        return URI.create(mock.get().baseUrl());
    }

    /** From an arm's name to where its requests go. */
    Map<String, URI> addresses() {
        return addresses;
    }

    /** How far the mock could be trusted so far; nothing speaks against a run without one. */
    SelfCheck mockSelfCheck() {
        return mock.map(MockServer::selfCheck).orElse(SelfCheck.NONE);
    }

    @Override
    public void close() {
        routes.close();
        mock.ifPresent(MockServer::close);
    }
}
