package dev.streamux.simulations.gatling;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.simulations.client.request.StopCondition;
import io.gatling.javaapi.core.ActionBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

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
            Optional<String> traceKey) {
        Parts {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
            checks = List.copyOf(checks);
        }
    }

    private ChatAction(Parts parts) {
        this.parts = parts;
    }

    static ChatAction of(String name, String prompt) {
        return new ChatAction(new Draft(name, prompt).parts());
    }

    /** A copy that differs in one thing. */
    private ChatAction with(Consumer<Draft> change) {
        Draft draft = new Draft(parts);
        change.accept(draft);
        return new ChatAction(draft.parts());
    }

    /** Puts this system message before the conversation. */
    public ChatAction system(String message) {
        return with(draft -> draft.system = Optional.of(message));
    }

    /**
     * Goes on with the conversation that the session keeps under this key, and keeps it there with question and answer
     * added if the answer is complete; begins one if there is none.
     */
    public ChatAction conversation(String key) {
        return with(draft -> draft.conversation = Optional.of(key));
    }

    /** Asks for at most so many tokens, ≥ 1. */
    public ChatAction maxTokens(int tokens) {
        return with(draft -> draft.maxTokens = OptionalInt.of(tokens));
    }

    /** Lets this answer travel so, whatever the protocol says. */
    public ChatAction delivery(Delivery delivery) {
        return with(draft -> draft.delivery = Optional.of(delivery));
    }

    /** Presses stop then; a response that was stopped is an OK row {@code stopped}. */
    public ChatAction stop(StopCondition stop) {
        return with(draft -> draft.stop = stop);
    }

    /** Sends this header with this request; the value is in Gatling's expression language. */
    public ChatAction header(String name, String value) {
        return with(draft -> draft.headers.put(name, value));
    }

    /** Adds checks; all must hold. */
    public ChatAction check(ResponseCheck... checks) {
        return with(draft -> draft.checks.addAll(List.of(checks)));
    }

    /** Saves the visible text in the session. */
    public ChatAction saveText(String key) {
        return with(draft -> draft.textKey = Optional.of(key));
    }

    /** Saves the whole {@link dev.streamux.trace.ResponseTrace} in the session. */
    public ChatAction saveTrace(String key) {
        return with(draft -> draft.traceKey = Optional.of(key));
    }

    @Override
    public io.gatling.core.action.builder.ActionBuilder asScala() {
        return GatlingEngine.endpointAction(parts.name, endpoint -> new ChatStep(parts, endpoint))
                .asScala();
    }

    /** Parts while they are put together. */
    private static final class Draft {
        private final String name;
        private final String prompt;
        private Optional<String> system = Optional.empty();
        private Optional<String> conversation = Optional.empty();
        private OptionalInt maxTokens = OptionalInt.empty();
        private Optional<Delivery> delivery = Optional.empty();
        private StopCondition stop = StopCondition.NEVER;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<ResponseCheck> checks = new ArrayList<>();
        private Optional<String> textKey = Optional.empty();
        private Optional<String> traceKey = Optional.empty();

        private Draft(String name, String prompt) {
            this.name = name;
            this.prompt = prompt;
        }

        private Draft(Parts parts) {
            this(parts.name, parts.prompt);
            system = parts.system;
            conversation = parts.conversation;
            maxTokens = parts.maxTokens;
            delivery = parts.delivery;
            stop = parts.stop;
            headers.putAll(parts.headers);
            checks.addAll(parts.checks);
            textKey = parts.textKey;
            traceKey = parts.traceKey;
        }

        private Parts parts() {
            return new Parts(
                    name, prompt, system, conversation, maxTokens, delivery, stop, headers, checks, textKey, traceKey);
        }
    }
}
