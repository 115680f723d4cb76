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
import java.util.List;
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

    private static Table findings(List<RouteEvidence> routes) {
        List<List<String>> rows = new ArrayList<>();
        for (RouteEvidence route : routes) {
            for (RouteFinding finding : route.findings()) {
                rows.add(List.of(
                        route.route() + " (" + Sentence.names(route.arms()) + ")",
                        finding.title() + (finding.when().equals("always") ? "" : ", " + finding.when()),
                        finding.evidence(),
                        finding.fix().isEmpty() ? Amounts.NONE : finding.fix(),
                        route.sureness()));
            }
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
