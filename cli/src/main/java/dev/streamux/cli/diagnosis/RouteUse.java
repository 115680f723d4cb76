package dev.streamux.cli.diagnosis;

import dev.streamux.simulations.scenario.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A route of a run and the arms that take it.
 *
 * @param route the route
 * @param arms their names, in the run's order; at least one
 */
public record RouteUse(Route route, List<String> arms) {
    public RouteUse {
        arms = List.copyOf(arms);
    }

    /** The routes of these arms, each once, in the order of the arms. */
    public static <T> List<RouteUse> of(List<T> arms, Function<T, Route> route, Function<T, String> name) {
        Map<Route, List<String>> byRoute = new LinkedHashMap<>();
        arms.forEach(arm -> byRoute.computeIfAbsent(route.apply(arm), unused -> new ArrayList<>())
                .add(name.apply(arm)));
        return byRoute.entrySet().stream()
                .map(entry -> new RouteUse(entry.getKey(), entry.getValue()))
                .toList();
    }
}
