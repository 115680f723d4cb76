package dev.streamux.reports.annex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a route does to streams, as a probe found it after the run.
 *
 * @param route its word, such as {@code nginx/default}
 * @param arms the arms that took it
 * @param verdict {@code streamed}, {@code held-back}, {@code inconclusive} or {@code unreachable}
 * @param sureness how sure that is, and why
 * @param delivery how text is delivered, the most usual condition first
 * @param further what else was found
 * @param delivered what the hop adds, a probe each
 */
public record RouteEvidence(
        String route,
        List<String> arms,
        String verdict,
        String sureness,
        List<RouteFinding> delivery,
        List<RouteFinding> further,
        List<Delivered> delivered) {
    /** Words of the diagnosis for text that is passed on at once, or of which nothing is known. */
    private static final Set<String> NOT_HELD_BACK =
            Set.of("streamed", "jitter", "headers-held", "withheld", "no-answer");

    public RouteEvidence {
        arms = List.copyOf(arms);
        delivery = List.copyOf(delivery);
        further = List.copyOf(further);
        delivered = List.copyOf(delivered);
    }

    /** Everything that was found: how text is delivered, then the rest. */
    public List<RouteFinding> findings() {
        return Stream.concat(delivery.stream(), further.stream()).toList();
    }

    /** What holds text back on this route; empty if nothing does, or if that could not be told. */
    public Optional<RouteFinding> heldBackBy() {
        return verdict.equals("held-back")
                ? delivery.stream()
                        .filter(finding -> !NOT_HELD_BACK.contains(finding.kind()))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * One thing a route does.
     *
     * @param kind its word in the file, such as {@code size-buffer}
     * @param title in words for people
     * @param when under which condition, such as {@code always}
     * @param evidence the measured facts
     * @param likely products and settings that are known to do this; may be empty
     * @param fix the line that changes it; may be empty
     */
    public record RouteFinding(String kind, String title, String when, String evidence, String likely, String fix) {}

    /**
     * What the hop adds to the times of a stream, in milliseconds after the origin's.
     *
     * @param probe the kind of request
     * @param headers to the headers; empty if it was not measured, as are the others
     * @param first to the first text
     * @param median to the median text
     * @param worst to the latest text
     * @param bursts in how many arrivals the text came
     */
    public record Delivered(
            String probe,
            OptionalDouble headers,
            OptionalDouble first,
            OptionalDouble median,
            OptionalDouble worst,
            long bursts) {}

    static List<RouteEvidence> of(JsonNode root) {
        List<RouteEvidence> routes = new ArrayList<>();
        root.path("routes").forEach(route -> routes.add(route(route)));
        return routes;
    }

    private static RouteEvidence route(JsonNode route) {
        List<Delivered> delivered = new ArrayList<>();
        route.path("measured")
                .path("delivered")
                .properties()
                .forEach(entry -> delivered.add(delivered(entry.getKey(), entry.getValue())));
        return new RouteEvidence(
                route.path("route").asText(),
                JsonFile.texts(route.path("arms")),
                route.path("verdict").asText(),
                route.path("sureness").asText() + ", " + route.path("certainty").asText(),
                findings(route.path("delivery")),
                findings(route.path("further")),
                delivered);
    }

    private static List<RouteFinding> findings(JsonNode part) {
        List<RouteFinding> findings = new ArrayList<>();
        part.forEach(one -> findings.add(new RouteFinding(
                one.path("kind").asText(),
                one.path("title").asText(),
                one.path("when").asText().replace('-', ' '),
                one.path("evidence").asText(),
                one.path("likely").asText(),
                one.path("fix").asText())));
        return findings;
    }

    private static Delivered delivered(String probe, JsonNode figures) {
        return new Delivered(
                probe,
                millis(figures, "headersLateMillis"),
                millis(figures, "addedFirstMillis"),
                millis(figures, "addedMedianMillis"),
                millis(figures, "addedWorstMillis"),
                figures.path("bursts").asLong());
    }

    private static OptionalDouble millis(JsonNode figures, String key) {
        return figures.path(key).isNumber()
                ? OptionalDouble.of(figures.path(key).asDouble())
                : OptionalDouble.empty();
    }
}
