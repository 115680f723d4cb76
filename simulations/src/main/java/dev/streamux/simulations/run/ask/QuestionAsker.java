package dev.streamux.simulations.run.ask;

import dev.streamux.protocol.chat.ask.Turn;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.exchange.ResponseObserver;
import dev.streamux.simulations.run.ask.RequestFactory.Attempt;
import dev.streamux.simulations.scenario.RecoveryPolicy;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks one question, as often as the arm's recovery policy says. The client itself never repeats a request: every
 * repetition is made here, is counted and has a trace of its own.
 */
public final class QuestionAsker {
    /** A product that asks a fourth time makes an outage worse. */
    static final int MOST_ATTEMPTS = 3;

    /** How long a person needs to see the button and press it; a modelled figure, the same for every reader. */
    static final Duration PRESSES_RETRY_AFTER = Duration.ofSeconds(2);

    /** Far from the seeds of other rounds: the rest of an answer is another text than its beginning. */
    private static final long CONTINUATION_SEED_STEP = 1_000_003;

    private final StreamingClient client;
    private final RequestFactory requests;
    private final NanoClock clock;
    private final ResponseObserver observer;

    /** Seen at the start and the end of every attempt. */
    public interface Watcher {
        /** An attempt begins. */
        void onStart();

        /** An attempt has ended. */
        void onEnd(ResponseTrace trace);
    }

    /** An asker that shows every response to the observer while it arrives. */
    public QuestionAsker(StreamingClient client, RequestFactory requests, NanoClock clock, ResponseObserver observer) {
        this.client = client;
        this.requests = requests;
        this.clock = clock;
        this.observer = observer;
    }

    /**
     * Asks now and completes on the loop with a trace for each attempt, in order, at least one.
     *
     * @param first the first attempt
     */
    CompletableFuture<List<ResponseTrace>> ask(PlannedRequest planned, Attempt first, EventLoop loop, Watcher watcher) {
        CompletableFuture<List<ResponseTrace>> result = new CompletableFuture<>();
        new Asking(planned, loop, watcher, result).attempt(first);
        return result;
    }

    private final class Asking {
        private final PlannedRequest planned;
        private final EventLoop loop;
        private final Watcher watcher;
        private final CompletableFuture<List<ResponseTrace>> result;
        private final List<ResponseTrace> attempts = new ArrayList<>();

        private Asking(
                PlannedRequest planned,
                EventLoop loop,
                Watcher watcher,
                CompletableFuture<List<ResponseTrace>> result) {
            this.planned = planned;
            this.loop = loop;
            this.watcher = watcher;
            this.result = result;
        }

        private void attempt(Attempt attempt) {
            watcher.onStart();
            var unused = client.send(requests.request(planned, attempt), observer, loop)
                    .whenComplete((trace, fault) -> {
                        if (fault != null) {
                            result.completeExceptionally(fault);
                        } else {
                            watcher.onEnd(trace);
                            attempts.add(trace);
                            after(attempt, trace);
                        }
                    });
        }

        private void after(Attempt attempt, ResponseTrace trace) {
            boolean well = trace.outcome() == Outcome.COMPLETE || trace.outcome() == Outcome.CANCELLED;
            RecoveryPolicy policy = planned.arm().recovery().orElse(RecoveryPolicy.GIVE_UP);
            if (well || policy == RecoveryPolicy.GIVE_UP || attempts.size() >= MOST_ATTEMPTS) {
                result.complete(List.copyOf(attempts));
                return;
            }
            long delay = policy == RecoveryPolicy.PARTIAL_WITH_RETRY ? PRESSES_RETRY_AFTER.toNanos() : 0;
            Consumer<Long> again = due -> attempt(next(attempt, trace, policy, due));
            long due = clock.nanos() + delay;
            var unused = loop.schedule(() -> again.accept(due), delay, TimeUnit.NANOSECONDS);
        }

        private Attempt next(Attempt last, ResponseTrace trace, RecoveryPolicy policy, long due) {
            int number = last.number() + 1;
            String id = planned.id() + "." + number;
            int arrived = trace.chunks().size();
            String partial = trace.text().orElse("");
            boolean goesOn = policy == RecoveryPolicy.CONTINUATION && !partial.isEmpty();
            if (!goesOn) {
                return new Attempt(number, id, last.phase(), due, last.messages(), last.seed(), last.tokens());
            }
            List<Turn> messages = new ArrayList<>(last.messages());
            messages.add(Turn.assistant(partial));
            messages.add(Turn.user("Your answer was cut off. Go on exactly where it stopped."));
            return new Attempt(
                    number,
                    id,
                    last.phase(),
                    due,
                    messages,
                    last.seed() + CONTINUATION_SEED_STEP,
                    Math.max(1, last.tokens() - arrived));
        }
    }
}
