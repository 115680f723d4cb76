package dev.streamux.simulations.run.ask;

import dev.streamux.protocol.chat.ask.Turn;
import dev.streamux.simulations.run.ask.RequestFactory.Attempt;
import dev.streamux.simulations.run.pace.Deadline;
import dev.streamux.simulations.scenario.RecoveryPolicy;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Leads a conversation: asks, lets the reader think, and asks the next question with all that was said before. It ends
 * with its last turn, or with a turn that has no answer. The next turn is intended for the end of the answer plus the time
 * to think, whatever the machine did meanwhile.
 */
public final class ConversationAsker {
    private final QuestionAsker asker;
    private final RunPlan plan;
    private final Scenario scenario;
    private final NanoClock clock;

    /** Sees what happens, and says what depends on the run. */
    public interface Course extends QuestionAsker.Watcher {
        /** The phase of a question that was intended for this time. */
        String phaseAt(long intendedNanos);

        /** Whether the run still wants questions. */
        boolean goesOn();
    }

    /** An asker of a scenario's conversations. */
    public ConversationAsker(QuestionAsker asker, RunPlan plan, Scenario scenario, NanoClock clock) {
        this.asker = asker;
        this.plan = plan;
        this.scenario = scenario;
        this.clock = clock;
    }

    /** Begins now and completes on the loop with a trace for each request, in order, at least one. */
    public CompletableFuture<List<ResponseTrace>> talk(
            PlannedRequest first, long intendedNanos, EventLoop loop, Course course) {
        Talk talk = new Talk(loop, course);
        talk.ask(first, intendedNanos, List.of());
        return talk.result;
    }

    private final class Talk {
        private final EventLoop loop;
        private final Course course;
        private final CompletableFuture<List<ResponseTrace>> result = new CompletableFuture<>();
        private final List<ResponseTrace> traces = new ArrayList<>();

        private Talk(EventLoop loop, Course course) {
            this.loop = loop;
            this.course = course;
        }

        private void ask(PlannedRequest question, long intendedNanos, List<Turn> before) {
            List<Turn> messages = new ArrayList<>(before);
            messages.add(Turn.user(question.prompt()));
            Attempt first = Attempt.first(
                    question,
                    course.phaseAt(intendedNanos),
                    intendedNanos,
                    messages,
                    scenario.answers().tokens());
            var unused = asker.ask(question, first, loop, course).whenComplete((attempts, fault) -> {
                if (fault != null) {
                    result.completeExceptionally(fault);
                } else {
                    traces.addAll(attempts);
                    after(question, messages, attempts);
                }
            });
        }

        private void after(PlannedRequest question, List<Turn> messages, List<ResponseTrace> attempts) {
            ResponseTrace last = attempts.get(attempts.size() - 1);
            // Who pressed stop has read enough and asks on.
            boolean answered = last.outcome() == Outcome.COMPLETE || last.outcome() == Outcome.CANCELLED;
            if (!answered || question.turn() + 1 >= scenario.conversation().turns() || !course.goesOn()) {
                result.complete(List.copyOf(traces));
                return;
            }
            messages.add(Turn.assistant(said(question, attempts)));
            long due = last.endNanos() + scenario.conversation().thinkTime().toNanos();
            Deadline.at(due, clock, loop, () -> {
                if (course.goesOn()) {
                    ask(plan.next(question), due, messages);
                } else {
                    result.complete(List.copyOf(traces));
                }
            });
        }
    }

    /** The answer as the reader has it: a continuation goes on where the attempt before broke off. */
    private static String said(PlannedRequest question, List<ResponseTrace> attempts) {
        boolean joined = question.arm()
                .recovery()
                .filter(RecoveryPolicy.CONTINUATION::equals)
                .isPresent();
        return attempts.stream()
                .skip(joined ? 0 : attempts.size() - 1L)
                .map(attempt -> attempt.text().orElse(""))
                .collect(Collectors.joining());
    }
}
