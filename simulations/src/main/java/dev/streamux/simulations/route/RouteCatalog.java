package dev.streamux.simulations.route;

import dev.streamux.trace.InvalidInputException;
import java.util.List;
import java.util.stream.Collectors;

/** The real proxies that streamux knows, each in several configurations. */
public final class RouteCatalog {
    private RouteCatalog() {}

    /** Every configuration, grouped by product. */
    public static List<Configuration> configurations() {
        ConfigurationList list = new ConfigurationList();
        DebianProxies.addTo(list);
        PackagedProxies.addTo(list);
        return list.all();
    }

    /**
     * The configuration with this route's name, such as {@code nginx/default}; a product's name alone means its default.
     *
     * @throws InvalidInputException if there is none; the message lists all
     */
    public static Configuration find(String route) {
        String wanted = route.contains("/") ? route : route + "/default";
        return configurations().stream()
                .filter(configuration -> configuration.route().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("route \"" + route + "\" is unknown; known are "
                        + configurations().stream().map(Configuration::route).collect(Collectors.joining(", "))));
    }
}
