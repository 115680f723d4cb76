package dev.streamux.simulations.run.ask;

import dev.streamux.protocol.chat.ask.Turn;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.request.RequestBuilder;
import dev.streamux.simulations.scenario.Answers;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.Target;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the client's request for one attempt at a planned question. Pure. */
public final class RequestFactory {
    private static final int NANO_DIGITS_IN_MILLI = 6;

    private final Scenario scenario;
    private final Function<String, URI> addresses;

    /**
     * A factory of requests.
     *
     * @param addresses from an arm's name to where its requests go
     */
    public RequestFactory(Scenario scenario, Function<String, URI> addresses) {
        this.scenario = scenario;
        this.addresses = addresses;
    }

    /**
     * One attempt at a question.
     *
     * @param number from 1; a fault of the arm strikes the first attempt only
     * @param id unique in the run
     * @param phase of the question
     * @param intendedNanos when this attempt was to start, from run start
     * @param messages the conversation
     * @param seed of the answer
     * @param tokens still wanted
     */
    record Attempt(
            int number, String id, String phase, long intendedNanos, List<Turn> messages, long seed, int tokens) {
        /** The first attempt at a question, sent with all that was said before. */
        static Attempt first(
                PlannedRequest planned, String phase, long intendedNanos, List<Turn> messages, int tokens) {
            return new Attempt(1, planned.id(), phase, intendedNanos, List.copyOf(messages), planned.seed(), tokens);
        }
    }

    ClientRequest request(PlannedRequest planned, Attempt attempt) {
        Target target = scenario.target();
        RequestBuilder request = ClientRequest.builder(
                        attempt.id(), addresses.apply(planned.arm().name()))
                .arm(planned.arm().name())
                .route(planned.arm().route().word())
                .phase(attempt.phase())
                .dialect(planned.arm().dialect())
                .delivery(planned.arm().delivery())
                .model(planned.arm().model())
                .messages(attempt.messages())
                .maxTokens(attempt.tokens())
                .headers(target.headers())
                .acceptGzip(planned.arm().gzip())
                .httpVersion(planned.arm().http())
                .intendedNanos(attempt.intendedNanos())
                .limits(scenario.limits())
                .stop(planned.arm().stop())
                .attribute("seed", Long.toString(attempt.seed()))
                .attribute("round", Integer.toString(planned.round()))
                .attribute("position", Integer.toString(planned.position()));
        target.keyVariable().ifPresent(request::apiKeyVariable);
        target.connectProxy().ifPresent(request::connectProxy);
        planned.arm()
                .recovery()
                .ifPresent(policy -> request.attribute("question", planned.id())
                        .attribute("policy", policy.word())
                        .attribute("attempt", Integer.toString(attempt.number())));
        if (scenario.conversation().turns() > 1) {
            request.attribute("conversation", planned.conversation())
                    .attribute("turn", Integer.toString(planned.turn() + 1));
        }
        knobs(planned, attempt).forEach((knob, value) -> {
            if (target.knobs() == Target.Knobs.HEADERS) {
                request.header("X-Streamux-" + knob, value);
            } else if (target.knobs() == Target.Knobs.METADATA) {
                request.metadata("streamux." + knob.toLowerCase(java.util.Locale.ROOT), value);
            }
        });
        return request.build();
    }

    private Map<String, String> knobs(PlannedRequest planned, Attempt attempt) {
        Answers answers = scenario.answers();
        Map<String, String> knobs = new LinkedHashMap<>();
        knobs.put("Seed", Long.toString(attempt.seed()));
        knobs.put("Tokens", Integer.toString(attempt.tokens()));
        knobs.put("Ttft-Ms", millis(answers.ttft()));
        knobs.put("Itl-Ms", millis(answers.itl()));
        if (attempt.number() == 1) {
            planned.arm().fault().ifPresent(fault -> knobs.put("Fault", fault));
        }
        return knobs;
    }

    private static String millis(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), NANO_DIGITS_IN_MILLI)
                .stripTrailingZeros()
                .toPlainString();
    }
}
