package dev.streamux.reports.section;

import dev.streamux.reports.annex.RouteEvidence;
import dev.streamux.reports.annex.RouteEvidence.Delivered;
import dev.streamux.reports.annex.RouteEvidence.RouteFinding;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.page.Table;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.words.Amounts;
import dev.streamux.reports.words.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each route does to a stream, hop by hop, as probes found it after the run. */
final class RoutesSection {
    private RoutesSection() {}

    static Optional<Section> of(RunReport report) {
        List<RouteEvidence> routes = report.annex().routes();
        if (routes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section(
                "routes",
                "What each route does",
                List.of(
                        "After the run every route was started again in front of an origin that notes when it sends each"
                                + " token. What the hop between adds is the difference."),
                List.of(),
                List.of(findings(routes), hops(routes))));
    }

    /** A row for each thing that a route does and its remedy, with the evidence of every case in which it did. */
    private static Table findings(List<RouteEvidence> routes) {
        List<List<String>> rows = new ArrayList<>();
        for (RouteEvidence route : routes) {
            Map<List<String>, List<String>> evidence = new LinkedHashMap<>();
            for (RouteFinding finding : route.findings()) {
                String what = finding.title() + (finding.when().equals("always") ? "" : ", " + finding.when());
                String fix = finding.fix().isEmpty() ? Amounts.NONE : finding.fix();
                evidence.computeIfAbsent(List.of(what, fix), unused -> new ArrayList<>())
                        .add(finding.evidence());
            }
            String name = route.route() + " (" + Sentence.names(route.arms()) + ")";
            evidence.forEach((found, facts) ->
                    rows.add(List.of(name, found.get(0), String.join("; ", facts), found.get(1), route.sureness())));
        }
        return Table.prose(
                "Diagnosis of each route",
                List.of("route (arms)", "what it does", "evidence", "what changes it", "how sure"),
                rows);
    }

    private static Table hops(List<RouteEvidence> routes) {
        List<List<String>> rows = new ArrayList<>();
        for (RouteEvidence route : routes) {
            for (Delivered delivered : route.delivered()) {
                rows.add(List.of(
                        route.route(),
                        delivered.probe(),
                        Amounts.time(delivered.headers()),
                        Amounts.time(delivered.first()),
                        Amounts.time(delivered.median()),
                        Amounts.time(delivered.worst()),
                        Amounts.count(delivered.bursts())));
            }
        }
        return Table.numbers(
                "Added by the hop, against the moment the origin sent it",
                List.of("route", "request", "headers", "first text", "median text", "latest text", "arrivals"),
                rows);
    }
}
