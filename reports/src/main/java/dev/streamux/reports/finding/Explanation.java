package dev.streamux.reports.finding;

import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.delivery.DeliveryVerdict;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.reports.annex.RouteEvidence;
import dev.streamux.reports.annex.RouteEvidence.RouteFinding;
import java.util.List;
import java.util.Optional;

/**
 * Why the answers of an arm came as they did. What a probe measured on the route goes before what the route's name
 * suggests, and a suggestion says that it is one.
 *
 * @param why one sentence; untrusted text
 * @param evidence what proves it, a clause; untrusted text
 * @param remedy what to change
 */
record Explanation(String why, String evidence, Remedy remedy) {

    /** The explanation of this arm, with what probes found on the routes of the run. */
    static Explanation of(ArmResult arm, DeliveryVerdict verdict, List<RouteEvidence> routes) {
        if (verdict.kind() == DeliveryKind.STREAMED) {
            return new Explanation("Text is passed on as it is written.", verdict.reason(), Remedy.NONE);
        }
        if (arm.delivery().equals("json")) {
            return new Explanation(
                    "The request asked for one JSON body, which cannot be shown before it is whole.",
                    verdict.reason(),
                    Remedy.ASK_FOR_A_STREAM);
        }
        return routes.stream()
                .filter(route -> route.arms().contains(arm.name()))
                .findFirst()
                .map(route -> diagnosed(verdict, route))
                .orElseGet(() -> undiagnosed(arm, verdict));
    }

    private static Explanation diagnosed(DeliveryVerdict verdict, RouteEvidence route) {
        Optional<RouteFinding> found = route.heldBackBy();
        if (found.isPresent()) {
            return measured(verdict, found.get());
        }
        return route.verdict().equals("streamed")
                ? new Explanation(
                        "Examined alone after the run, the route " + route.route()
                                + " passes text on at once: look at the load, and at what writes the answer.",
                        verdict.reason(),
                        Remedy.NONE)
                : new Explanation(
                        "The route " + route.route() + " was examined, and what holds text back is not known: "
                                + route.verdict().replace('-', ' ') + ".",
                        verdict.reason(),
                        Remedy.NONE);
    }

    private static Explanation measured(DeliveryVerdict verdict, RouteFinding found) {
        boolean known = !found.likely().isEmpty() && !found.likely().equals("-");
        String condition = found.when().equals("always") ? "" : ", " + found.when();
        return new Explanation(
                "Measured: " + found.title() + condition + (known ? "; likely " + found.likely() : "") + ".",
                verdict.reason(),
                new Remedy(found.fix(), ""));
    }

    private static Explanation undiagnosed(ArmResult arm, DeliveryVerdict verdict) {
        return new Explanation(
                "Not diagnosed: " + LikelyCause.of(arm.route(), verdict.kind()),
                verdict.reason(),
                Remedy.ofRoute(arm.route(), verdict.kind()));
    }
}
