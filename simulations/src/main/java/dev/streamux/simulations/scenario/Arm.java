package dev.streamux.simulations.scenario;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.simulations.client.request.HttpVersion;
import dev.streamux.simulations.client.request.StopCondition;
import java.net.URI;
import java.util.Optional;

/**
 * One of the conditions compared. All arms of a round ask the same prompt with the same seed.
 *
 * @param name its word in files and tables
 * @param dialect what is spoken
 * @param delivery how the answer travels
 * @param route the way between target and reader
 * @param url an address of its own, in the place of the target's
 * @param model the model's name
 * @param http the HTTP version
 * @param gzip whether compression is offered
 * @param fault what the mock is told to break, such as {@code truncate; after=50%}
 * @param stop when the reader presses stop
 * @param recovery what happens when a stream breaks; empty for none: the one request is all
 */
public record Arm(
        String name,
        Dialect dialect,
        Delivery delivery,
        Route route,
        Optional<URI> url,
        String model,
        HttpVersion http,
        boolean gzip,
        Optional<String> fault,
        StopCondition stop,
        Optional<RecoveryPolicy> recovery) {

    /** A streamed OpenAI chat arm straight to the mock. */
    public static Arm streamed(String name) {
        return new Arm(
                name,
                Dialect.OPENAI_CHAT,
                Delivery.SSE,
                Route.DIRECT,
                Optional.empty(),
                "mock",
                HttpVersion.HTTP_1_1,
                false,
                Optional.empty(),
                StopCondition.NEVER,
                Optional.empty());
    }

    /** The same with this delivery. */
    public Arm withDelivery(Delivery other) {
        return new Arm(name, dialect, other, route, url, model, http, gzip, fault, stop, recovery);
    }

    /** The same with this fault. */
    public Arm withFault(String other) {
        return new Arm(name, dialect, delivery, route, url, model, http, gzip, Optional.of(other), stop, recovery);
    }

    /** The same with this stop. */
    public Arm withStop(StopCondition other) {
        return new Arm(name, dialect, delivery, route, url, model, http, gzip, fault, other, recovery);
    }

    /** The same with this policy. */
    public Arm withRecovery(RecoveryPolicy other) {
        return new Arm(name, dialect, delivery, route, url, model, http, gzip, fault, stop, Optional.of(other));
    }
}
