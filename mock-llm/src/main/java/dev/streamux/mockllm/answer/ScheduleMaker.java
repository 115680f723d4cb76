package dev.streamux.mockllm.answer;

import dev.streamux.mockllm.knob.Load;
import dev.streamux.mockllm.knob.Timing;
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
 * after the one before it. Reasoning is spread evenly between preamble and first text. Events without tokens are due with
 * the event before them.
 *
 * <p>All of it counts from the start of running, so a wait in the queue is part of the time to first token. The load at the
 * start stretches the gaps, and with steps each token leaves at the end of one.
 */
public final class ScheduleMaker {
    private final Timing timing;
    private final RandomGenerator random;
    private final double stretch;
    private int gapsDrawn;

    private ScheduleMaker(Timing timing, RandomGenerator random, double stretch) {
        this.timing = timing;
        this.random = random;
        this.stretch = stretch;
    }

    /** The schedule of these events of an answer, from its arrival; equal arguments give equal schedules. */
    public static Schedule make(StreamEncoder events, Answer answer) {
        Load load = answer.script().load();
        ScheduleMaker maker = new ScheduleMaker(
                answer.script().timing(),
                new SplittableRandom(answer.seed()),
                load.stretch(answer.place().running()));
        long[] due = maker.due(events, answer.words().usage().input());
        place(due, events, answer);
        group(due, events, answer.script().granularity().eventsPerWrite());
        return Schedule.of(due);
    }

    /** From the start of running to the arrival as origin, and from the first token on to the ends of steps. */
    private static void place(long[] due, StreamEncoder events, Answer answer) {
        boolean stepping = false;
        for (int i = 0; i < due.length; i++) {
            stepping |= events.tokens(i) > 0;
            long onClock = answer.startNanos() + due[i];
            due[i] = (stepping ? answer.script().load().stepEnd(onClock) : onClock) - answer.arrivalNanos();
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
            } else {
                for (int k = 0; k < tokens; k++) {
                    now += stretched(nextGap());
                }
            }
            due[i] = now;
        }
        return due;
    }

    /** Exact, without a detour over fractions, when nothing stretches. */
    private long stretched(long gapNanos) {
        return stretch == 1 ? gapNanos : Math.round(gapNanos * stretch);
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
