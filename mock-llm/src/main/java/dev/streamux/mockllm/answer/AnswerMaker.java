package dev.streamux.mockllm.answer;

import dev.streamux.mockllm.content.AnswerComposer;
import dev.streamux.mockllm.content.AnswerOrder;
import dev.streamux.mockllm.content.Content;
import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.fault.FaultCounter;
import dev.streamux.mockllm.fault.Lots;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.mockllm.knob.KnobException;
import dev.streamux.mockllm.knob.Knobs;
import dev.streamux.mockllm.knob.RequestKnobs;
import dev.streamux.mockllm.knob.Script;
import dev.streamux.mockllm.knob.ScriptReader;
import dev.streamux.mockllm.load.Place;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.Mix;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.trace.InvalidInputException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides what each request gets. Safe for several threads.
 *
 * <p>A request without a seed gets one from the run's seed and its prompt, never from the order of arrival: the same
 * prompt has the same answer and the same pace in every arm of a run.
 */
public final class AnswerMaker {
    private final Knobs serverKnobs;
    private final long runSeed;
    private final Content answers;
    private final AnswerComposer composer;
    private final Lots lots = new Lots();
    private final FaultCounter prompts = new FaultCounter();
    private final FaultCounter attempts = new FaultCounter();
    private final AtomicLong unnamed = new AtomicLong();

    /** A maker with these knobs and answers for every request that does not say otherwise. */
    public AnswerMaker(Knobs serverKnobs, long runSeed, Content answers) {
        this(serverKnobs, runSeed, answers, new AnswerComposer());
    }

    private AnswerMaker(Knobs serverKnobs, long runSeed, Content answers, AnswerComposer composer) {
        this.serverKnobs = serverKnobs;
        this.runSeed = runSeed;
        this.answers = answers;
        this.composer = composer;
    }

    /** One without knobs that counts for itself: what it makes leaves no trace in the faults and ids of this one. */
    public AnswerMaker plain() {
        return new AnswerMaker(Knobs.NONE, runSeed, answers, composer);
    }

    /**
     * What came in.
     *
     * @param arrivalNanos when its last byte was read
     * @param id the client's id for it, if it gave one
     * @param request the body, read and checked
     * @param encoder the dialect
     */
    public record Incoming(long arrivalNanos, Optional<String> id, ChatRequest request, DialectEncoder encoder) {}

    /**
     * The answer to a request.
     *
     * @throws KnobException if a knob is unknown or has a wrong value
     */
    public Answer make(Incoming incoming, RequestKnobs knobs) throws KnobException {
        ChatRequest request = incoming.request();
        Script script = ScriptReader.read(knobs.knobs().orElse(serverKnobs));
        long seed = script.seed().orElseGet(() -> Mix.of(runSeed, hash(request.promptText())));
        String id = incoming.id().orElseGet(() -> "mock-" + unnamed.incrementAndGet());
        int attempt = attempts.next(id);
        List<Fault> faults = lots.draw(script.faults(), faultSeed(incoming, knobs, script, Mix.of(seed, attempt)));
        return new Answer(
                incoming.arrivalNanos(),
                request,
                incoming.encoder(),
                script,
                seed,
                words(request, script, seed, id),
                faults,
                attempt,
                Place.ALONE);
    }

    /**
     * What the faults of a request are drawn from. One that brings its seed has no other identity, so that arms with the same
     * seeds have the same faults. Others are told apart by their ids, and those without one by how often their prompt has
     * come: they are all the same, so that it does not matter which of them comes first.
     */
    private long faultSeed(Incoming incoming, RequestKnobs knobs, Script script, long seed) {
        if (!Lots.any(script.faults()) || knobs.knobs().get(Knob.SEED).isPresent()) {
            return seed;
        }
        return Mix.of(
                seed, incoming.id().map(AnswerMaker::hash).orElseGet(() -> (long) prompts.next(Long.toString(seed))));
    }

    private AnswerScript words(ChatRequest request, Script script, long seed, String id) throws KnobException {
        AnswerOrder order = new AnswerOrder(
                id,
                seed,
                content(script),
                script.tokensSet(),
                script.tokens(),
                script.reasoningTokens(),
                script.timing().cacheHitShare(),
                Instant.now().getEpochSecond());
        AnswerScript first = composer.compose(request, order);
        long tokens = (long) first.usage().output() * request.choices();
        if (request.choices() > 1 && tokens > ScriptReader.MOST_TOKENS) {
            throw new KnobException(request.choices() + " choices of "
                    + first.usage().output() + " tokens are " + tokens + "; all together may have "
                    + ScriptReader.MOST_TOKENS + ": ask for fewer or shorter ones");
        }
        return composer.withAlternatives(first, request, order);
    }

    private Content content(Script script) throws KnobException {
        try {
            return script.content().map(Content::parse).orElse(answers);
        } catch (InvalidInputException e) {
            throw new KnobException(String.valueOf(e.getMessage()));
        }
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x100000001b3L + text.charAt(i);
        }
        return hash;
    }
}
