package dev.streamux.cli.compare;

import dev.streamux.cli.route.OpenRoutes;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The address under which each arm reaches the mock; owns the proxies between. */
final class CompareRoutes implements AutoCloseable {
    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private final OpenRoutes routes;

    private CompareRoutes(OpenRoutes routes) {
        this.routes = routes;
    }

    /** Starts what the arms need in front of {@code mock}; whatever was started is ended if a later one fails. */
    static CompareRoutes start(List<CompareArm> arms, URI mock, Path folder, long seed) {
        CompareRoutes started = new CompareRoutes(new OpenRoutes(folder, OpenRoutes.MOCK_READY, seed));
        try {
            arms.forEach(arm -> started.addresses.put(
                    arm.name(), started.routes.open(arm.route(), mock).through()));
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
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
        routes.close();
    }
}
