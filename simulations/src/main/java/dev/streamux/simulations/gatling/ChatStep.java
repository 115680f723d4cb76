package dev.streamux.simulations.gatling;

import dev.streamux.protocol.chat.ask.Turn;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.request.RequestBuilder;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import io.gatling.javaapi.core.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a virtual user does in a {@link ChatAction}. */
final class ChatStep implements GatlingEngine.Step {
    private static final ResponseCheck MUST_COMPLETE = ResponseCheck.outcomeIs(Outcome.COMPLETE);

    private final ChatAction.Parts parts;
    private final OpenEndpoint endpoint;
    private final Function<Session, String> prompt;
    private final Optional<Function<Session, String>> system;
    private final Map<String, Function<Session, String>> headers = new LinkedHashMap<>();

    ChatStep(ChatAction.Parts parts, OpenEndpoint endpoint) {
        this.parts = parts;
        this.endpoint = endpoint;
        this.prompt = GatlingEngine.expression(parts.prompt());
        this.system = parts.system().map(GatlingEngine::expression);
        parts.headers().forEach((name, value) -> headers.put(name, GatlingEngine.expression(value)));
    }

    @Override
    public void start(GatlingEngine.Turn turn) {
        Session session = turn.session();
        List<Turn> messages;
        ClientRequest request;
        try {
            messages = messages(session);
            request = request(session, messages);
        } catch (RuntimeException e) {
            fail(turn, "not sent: " + e.getMessage());
            return;
        }
        var unused = endpoint.send(request, turn.loop()).whenComplete((trace, fault) -> {
            if (fault != null) {
                fail(turn, "not sent: " + fault.getMessage());
            } else {
                finish(turn, trace, messages);
            }
        });
    }

    private static void fail(GatlingEngine.Turn turn, String message) {
        turn.crash(message);
        turn.done(turn.session().markAsFailed());
    }

    private List<Turn> messages(Session session) {
        List<Turn> messages = new ArrayList<>();
        List<Turn> before = parts.conversation()
                .filter(session::contains)
                .map(session::<Turn>getList)
                .orElse(List.of());
        if (before.isEmpty()) {
            system.ifPresent(text -> messages.add(Turn.system(text.apply(session))));
        }
        messages.addAll(before);
        messages.add(Turn.user(prompt.apply(session)));
        return List.copyOf(messages);
    }

    private ClientRequest request(Session session, List<Turn> messages) {
        StreamuxProtocol protocol = endpoint.protocol();
        String id =
                parts.name().replaceAll("[^A-Za-z0-9._-]", "-") + "-" + session.userId() + "-" + endpoint.nextNumber();
        RequestBuilder request = ClientRequest.builder(id, protocol.address())
                .arm(parts.name())
                .dialect(protocol.dialect())
                .delivery(parts.delivery().orElse(protocol.delivery()))
                .model(protocol.model())
                .messages(messages)
                .headers(protocol.headers())
                .acceptGzip(protocol.gzip())
                .httpVersion(protocol.http())
                .limits(protocol.limits())
                .stop(parts.stop());
        protocol.apiKeyVariable().ifPresent(request::apiKeyVariable);
        parts.maxTokens().ifPresent(request::maxTokens);
        headers.forEach((name, value) -> request.header(name, value.apply(session)));
        return request.build();
    }

    private void finish(GatlingEngine.Turn turn, ResponseTrace trace, List<Turn> messages) {
        Optional<String> complaint = complaint(trace);
        rows(trace, complaint).forEach(turn::row);
        Session session = turn.session();
        String text = trace.text().orElse("");
        if (parts.textKey().isPresent()) {
            session = session.set(parts.textKey().get(), text);
        }
        if (parts.traceKey().isPresent()) {
            session = session.set(parts.traceKey().get(), trace);
        }
        if (parts.conversation().isPresent() && trace.outcome() == Outcome.COMPLETE) {
            List<Turn> conversation = new ArrayList<>(messages);
            conversation.add(Turn.assistant(text));
            session = session.set(parts.conversation().get(), List.copyOf(conversation));
        }
        turn.done(complaint.isPresent() ? session.markAsFailed() : session);
    }

    /** The first complaint of the checks; without a check of the outcome, completeness is the first check. */
    private Optional<String> complaint(ResponseTrace trace) {
        List<ResponseCheck> checks = new ArrayList<>();
        boolean stopped = trace.outcome() == Outcome.CANCELLED;
        if (!stopped && parts.checks().stream().noneMatch(ResponseCheck.OutcomeCheck.class::isInstance)) {
            checks.add(MUST_COMPLETE);
        }
        checks.addAll(parts.checks());
        return checks.stream()
                .map(check -> check.complaint(trace))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The response's rows; a complaint about a response that ended as expected fails its last row. */
    private List<Row> rows(ResponseTrace trace, Optional<String> complaint) {
        List<Row> rows = new ArrayList<>();
        for (Row row : ResponseRows.of(parts.name(), trace, endpoint.originNanoTime())) {
            boolean whole = row.name().equals(ResponseRows.STREAM) || row.name().equals(ResponseRows.STOPPED);
            if (whole) {
                Optional<String> error = complaint.map(why -> row.error().orElse("check: " + why));
                rows.add(new Row(row.group(), row.name(), row.startNanos(), row.endNanos(), error));
            } else if (complaint.isEmpty() || !row.name().equals(ResponseRows.SERVICE)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
