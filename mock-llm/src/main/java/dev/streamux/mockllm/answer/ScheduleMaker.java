package dev.streamux.mockllm.answer;

import dev.streamux.mockllm.knob.Timing;
import dev.streamux.mockllm.load.Load;
import dev.streamux.mockllm.load.Plan;
import dev.streamux.mockllm.pacing.Schedule;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws when each event of an answer is due.
 *
 * <p>The first event with visible text or a tool call is due at the time to first token, in every dialect; whatever a
 * dialect sends before it is due at the preamble's time and costs no token gap. A later delta of k tokens is due k gaps
 * after the one before it; several choices are written side by side and share their gaps. Reasoning is spread evenly between preamble and first text. Events without tokens are due with
 * the event before them.
 *
 * <p>All of it counts from the start of running, so a wait in the queue is part of the time to first token. With even steps
 * each token leaves at the end of one. What a load factor does is not drawn here: it depends on who comes and goes.
 */
public final class ScheduleMaker {
    private final Timing timing;
    private final RandomGenerator random;
    private int gapsDrawn;

    private ScheduleMaker(Timing timing, RandomGenerator random) {
        this.timing = timing;
        this.random = random;
    }

    /** The plan for these events of an answer; equal arguments give equal plans. */
    public static Plan make(StreamEncoder events, Answer answer) {
        ScheduleMaker maker = new ScheduleMaker(answer.script().timing(), new SplittableRandom(answer.seed()));
        long[] due = maker.due(events, answer.words().usage().input());
        place(due, events, answer);
        group(due, events, answer.script().granularity().eventsPerWrite());
        int firstToken = 0;
        while (firstToken < due.length && events.tokens(firstToken) == 0) {
            firstToken++;
        }
        int firstText = firstToken;
        while (firstText < due.length
                && (events.tokens(firstText) == 0 || events.kind(firstText) == EventKind.REASONING)) {
            firstText++;
        }
        return new Plan(Schedule.of(due), answer.arrivalNanos(), answer.startNanos(), firstToken, firstText);
    }

    /** From the start of running to the arrival as origin, and from the first token on to the ends of even steps. */
    private static void place(long[] due, StreamEncoder events, Answer answer) {
        Load load = answer.script().load();
        boolean stepping = false;
        for (int i = 0; i < due.length; i++) {
            stepping |= load.evenSteps() && events.tokens(i) > 0;
            long onClock = answer.startNanos() + due[i];
            due[i] = (stepping ? load.stepEnd(onClock) : onClock) - answer.arrivalNanos();
        }
    }

    /** The first delta leaves alone; after it, those that share a write are due with the last of them. */
    private static void group(long[] due, StreamEncoder events, int eventsPerWrite) {
        int deltas = 0;
        for (int i = 0; i < due.length; i++) {
            deltas += events.tokens(i) > 0 ? 1 : 0;
        }
        long groupDue = 0;
        int seen = 0;
        // From the back: delta d (from 0) closes its write if it is the last of all or d is a multiple of the group.
        for (int i = due.length - 1; i >= 0 && eventsPerWrite > 1; i--) {
            if (events.tokens(i) > 0) {
                int delta = deltas - 1 - seen++;
                groupDue = delta == deltas - 1 || delta % eventsPerWrite == 0 ? due[i] : groupDue;
                due[i] = groupDue;
            }
        }
    }

    private long[] due(StreamEncoder events, int promptTokens) {
        long[] due = new long[events.size()];
        long firstToken = Math.max(timing.preambleNanos(), firstTokenNanos() + timing.prefillNanos(promptTokens));
        int reasoning = reasoningTokens(events);
        int thought = 0;
        boolean answering = false;
        long now = timing.preambleNanos();
        for (int i = 0; i < due.length; i++) {
            int tokens = events.tokens(i);
            if (tokens > 0 && events.kind(i) == EventKind.REASONING) {
                thought += tokens;
                now = Math.max(now, between(timing.preambleNanos(), firstToken, thought, reasoning + 1));
            } else if (tokens > 0 && !answering) {
                answering = true;
                now = firstToken;
            } else if (!events.sharesStep(i)) {
                for (int k = 0; k < tokens; k++) {
                    now += nextGap();
                }
            }
            due[i] = now;
        }
        return due;
    }

    private static int reasoningTokens(StreamEncoder events) {
        int tokens = 0;
        for (int i = 0; i < events.size(); i++) {
            tokens += events.kind(i) == EventKind.REASONING ? events.tokens(i) : 0;
        }
        return tokens;
    }

    private static long between(long from, long to, int part, int parts) {
        return from + (long) ((double) (to - from) * part / parts);
    }

    private long firstTokenNanos() {
        List<Long> replay = timing.replayNanos();
        return replay.isEmpty() ? timing.firstToken().sample(random) : replay.get(0);
    }

    /** The next gap; a recorded sequence that is too short is played again from its first gap. */
    private long nextGap() {
        List<Long> replay = timing.replayNanos();
        if (replay.size() < 2) {
            return timing.gap().sample(random);
        }
        return replay.get(1 + gapsDrawn++ % (replay.size() - 1));
    }
}
