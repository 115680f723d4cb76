package dev.streamux.cli.compare;

import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.request.Limits;
import java.time.Duration;
import java.util.Locale;

/** A planned request as the client sends it. */
final class CompareRequests {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** A buffered answer is silent for its whole time, so the limits stand above that. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    private final CompareSettings settings;
    private final CompareRoutes routes;

    CompareRequests(CompareSettings settings, CompareRoutes routes) {
        this.settings = settings;
        this.routes = routes;
    }

    ClientRequest request(PlannedRequest planned, long intendedNanos) {
        Duration longest = settings.answerTime().plus(SLACK);
        CompareArm arm = planned.arm();
        return ClientRequest.builder(planned.id(), routes.address(arm))
                .arm(arm.name())
                .route(arm.route().word())
                .phase(planned.phase())
                .delivery(arm.delivery())
                .prompt("Tell me something worth reading.")
                .header("X-Streamux-Tokens", Integer.toString(planned.tokens()))
                .header("X-Streamux-Seed", Long.toString(planned.seed()))
                .header("X-Streamux-Ttft-Ms", Long.toString(settings.ttft().toMillis()))
                .header("X-Streamux-Itl-Ms", String.format(Locale.ROOT, "%.4f", settings.gapMillis()))
                .intendedNanos(intendedNanos)
                .limits(new Limits(CONNECT, longest, longest))
                .attribute("seed", Long.toString(planned.seed()))
                .attribute("round", Integer.toString(planned.round()))
                .build();
    }
}
