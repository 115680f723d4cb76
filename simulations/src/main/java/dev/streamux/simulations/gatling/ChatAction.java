package dev.streamux.simulations.gatling;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.simulations.client.StopCondition;
import io.gatling.javaapi.core.ActionBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One question and its answer, as a Gatling action. Immutable: every method gives a copy, so that actions can share a
 * beginning. Never asks twice by itself.
 *
 * <p>Rows, in a group of the action's name: {@code TTFT}, {@code longest gap}, {@code stream}, {@code stream from sent}; see
 * {@link ResponseRows}. A response that does not complete, or fails a check, makes {@code stream} KO and the session failed.
 */
public final class ChatAction implements ActionBuilder {
    private final Parts parts;

    /**
     * What an action is made of; texts are in Gatling's expression language.
     */
    record Parts(
            String name,
            String prompt,
            Optional<String> system,
            Optional<String> conversation,
            OptionalInt maxTokens,
            Optional<Delivery> delivery,
            StopCondition stop,
            Map<String, String> headers,
            List<ResponseCheck> checks,
            Optional<String> textKey,
            Optional<String> traceKey) {}

    private ChatAction(Parts parts) {
        this.parts = parts;
    }

    static ChatAction of(String name, String prompt) {
        return new ChatAction(new Parts(
                name,
                prompt,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                StopCondition.NEVER,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }

    /** Puts this system message before the conversation. */
    public ChatAction system(String message) {
        return new ChatAction(new Parts(
                parts.name,
                parts.prompt,
                Optional.of(message),
                parts.conversation,
                parts.maxTokens,
                parts.delivery,
                parts.stop,
                parts.headers,
                parts.checks,
                parts.textKey,
                parts.traceKey));
    }

    /**
     * Goes on with the conversation that the session keeps under this key, and keeps it there with question and answer
     * added if the answer is complete; begins one if there is none.
     */
    public ChatAction conversation(String key) {
        return new ChatAction(new Parts(
                parts.name,
                parts.prompt,
                parts.system,
                Optional.of(key),
                parts.maxTokens,
                parts.delivery,
                parts.stop,
                parts.headers,
                parts.checks,
                parts.textKey,
                parts.traceKey));
    }

    /** Asks for at most so many tokens, ≥ 1. */
    public ChatAction maxTokens(int tokens) {
        return new ChatAction(new Parts(
                parts.name,
                parts.prompt,
                parts.system,
                parts.conversation,
                OptionalInt.of(tokens),
                parts.delivery,
                parts.stop,
                parts.headers,
                parts.checks,
                parts.textKey,
                parts.traceKey));
    }

    /** Lets this answer travel so, whatever the protocol says. */
    public ChatAction delivery(Delivery delivery) {
        return new ChatAction(new Parts(
                parts.name,
                parts.prompt,
                parts.system,
                parts.conversation,
                parts.maxTokens,
                Optional.of(delivery),
                parts.stop,
                parts.headers,
                parts.checks,
                parts.textKey,
                parts.traceKey));
    }

    /** Presses stop then; a response that was stopped is an OK row {@code stopped}. */
    public ChatAction stop(StopCondition stop) {
        return new ChatAction(new Parts(
                parts.name,
                parts.prompt,
                parts.system,
                parts.conversation,
                parts.maxTokens,
                parts.delivery,
                stop,
                parts.headers,
                parts.checks,
                parts.textKey,
                parts.traceKey));
    }

    /** Sends this header with this request; the value is in Gatling's expression language. */
    public ChatAction header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parts.headers);
        more.put(name, value);
        return new ChatAction(new Parts(
                parts.name,
                parts.prompt,
                parts.system,
                parts.conversation,
                parts.maxTokens,
                parts.delivery,
                parts.stop,
                Map.copyOf(more),
                parts.checks,
                parts.textKey,
                parts.traceKey));
    }

    /** Adds checks; all must hold. */
    public ChatAction check(ResponseCheck... checks) {
        List<ResponseCheck> more = new ArrayList<>(parts.checks);
        more.addAll(List.of(checks));
        return new ChatAction(new Parts(
                parts.name,
                parts.prompt,
                parts.system,
                parts.conversation,
                parts.maxTokens,
                parts.delivery,
                parts.stop,
                parts.headers,
                List.copyOf(more),
                parts.textKey,
                parts.traceKey));
    }

    /** Saves the visible text in the session. */
    public ChatAction saveText(String key) {
        return new ChatAction(new Parts(
                parts.name,
                parts.prompt,
                parts.system,
                parts.conversation,
                parts.maxTokens,
                parts.delivery,
                parts.stop,
                parts.headers,
                parts.checks,
                Optional.of(key),
                parts.traceKey));
    }

    /** Saves the whole {@link dev.streamux.trace.ResponseTrace} in the session. */
    public ChatAction saveTrace(String key) {
        return new ChatAction(new Parts(
                parts.name,
                parts.prompt,
                parts.system,
                parts.conversation,
                parts.maxTokens,
                parts.delivery,
                parts.stop,
                parts.headers,
                parts.checks,
                parts.textKey,
                Optional.of(key)));
    }

    @Override
    public io.gatling.core.action.builder.ActionBuilder asScala() {
        return GatlingEngine.endpointAction(parts.name, endpoint -> new ChatStep(parts, endpoint))
                .asScala();
    }
}
