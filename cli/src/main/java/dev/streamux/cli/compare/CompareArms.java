package dev.streamux.cli.compare;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.simulations.route.RouteCatalog;
import dev.streamux.simulations.scenario.Route;
import dev.streamux.trace.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The arms that {@code compare} knows, in the order to show them. */
public final class CompareArms {
    /** Needs nothing installed. The first is the baseline. */
    static final List<CompareArm> EMBEDDED = List.of(
            new CompareArm("direct", Delivery.SSE, Route.parse("direct")),
            new CompareArm("buffered-json", Delivery.JSON, Route.parse("direct")),
            new CompareArm("proxy-pass", Delivery.SSE, Route.parse("proxy/pass")),
            new CompareArm("proxy-size-4k", Delivery.SSE, Route.parse("proxy/size:4096")),
            new CompareArm("proxy-size-16k", Delivery.SSE, Route.parse("proxy/size:16384")),
            new CompareArm("proxy-flush-1s", Delivery.SSE, Route.parse("proxy/time:1s")),
            new CompareArm("proxy-full", Delivery.SSE, Route.parse("proxy/full")));

    /** Joins in where the proxy is installed. */
    static final List<CompareArm> REAL = List.of(
            new CompareArm("nginx-default", Delivery.SSE, Route.parse("nginx/default")),
            new CompareArm("haproxy-default", Delivery.SSE, Route.parse("haproxy/default")),
            new CompareArm("lighttpd-default", Delivery.SSE, Route.parse("lighttpd/default")));

    private CompareArms() {}

    /** Every arm. */
    static List<CompareArm> all() {
        List<CompareArm> arms = new ArrayList<>(EMBEDDED);
        arms.addAll(REAL);
        return arms;
    }

    /** What runs when nothing is asked for: all that need nothing installed, and the real proxies that are there. */
    public static List<CompareArm> available() {
        List<CompareArm> arms = new ArrayList<>(EMBEDDED);
        REAL.stream().filter(CompareArms::isInstalled).forEach(arms::add);
        return arms;
    }

    private static boolean isInstalled(CompareArm arm) {
        return RouteCatalog.find(arm.route().word()).product().executable().isPresent();
    }

    /**
     * The arms with these names, each once, in the order given.
     *
     * @throws InvalidInputException if a name is unknown or there is none
     */
    public static List<CompareArm> named(List<String> names) {
        Set<CompareArm> chosen = new LinkedHashSet<>();
        for (String name : names) {
            chosen.add(named(name.strip()));
        }
        if (chosen.isEmpty()) {
            throw new InvalidInputException("--arms is empty; name at least one of " + knownNames());
        }
        return List.copyOf(chosen);
    }

    /**
     * Streamed arms over these routes, each named after its route.
     *
     * @param routes as scenarios name them, such as {@code apache/default} or {@code staging=http://staging:8080}
     * @throws InvalidInputException if one cannot be read
     */
    public static List<CompareArm> over(List<String> routes) {
        List<CompareArm> arms = new ArrayList<>();
        for (String text : routes) {
            try {
                Route route = Route.parse(text.strip());
                arms.add(new CompareArm(route.word().replace('/', '-').replace(':', '-'), Delivery.SSE, route));
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException("--route " + text + ": " + e.getMessage(), e);
            }
        }
        return arms;
    }

    private static CompareArm named(String name) {
        return all().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "--arms names \"" + name + "\", which is not an arm; the arms are " + knownNames()));
    }

    private static String knownNames() {
        return all().stream().map(CompareArm::name).collect(Collectors.joining(", "));
    }
}
