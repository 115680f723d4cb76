package dev.streamux.protocol.chat.encode;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.TextPieces;
import dev.streamux.protocol.chat.request.WireError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A stream put together from single events and runs of deltas; the one implementation for all dialects.
 *
 * <p>The runs of several choices are kept one choice after the other; {@link Interleaving} tells in which order they leave.
 */
public final class EventSequence implements StreamEncoder {

    private final EventFrame frame;
    private final Function<WireError, EventText> errors;
    private final byte[] ping;
    private final List<EventRun> runs;
    /** Entry i is the index of run i's first event. */
    private final int[] starts;

    private final int size;
    private final Interleaving order;

    private EventSequence(Builder builder) {
        frame = builder.frame;
        errors = builder.errors;
        ping = frame.ping(builder.ping).getBytes(StandardCharsets.UTF_8);
        runs = List.copyOf(builder.runs);
        starts = new int[runs.size()];
        int next = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = next;
            next += runs.get(i).size();
        }
        size = next;
        order = Interleaving.of(builder.choices, starts, size, this::laidTokens);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public EventKind kind(int index) {
        return runs.get(runOf(order.laid(checked(index)))).kind();
    }

    @Override
    public int tokens(int index) {
        return laidTokens(order.laid(checked(index)));
    }

    private int laidTokens(int laid) {
        int run = runOf(laid);
        return runs.get(run).tokens(laid - starts[run]);
    }

    @Override
    public boolean sharesStep(int index) {
        return order.sharesStep(checked(index));
    }

    @Override
    public int characters(int index) {
        int laid = order.laid(checked(index));
        int run = runOf(laid);
        return runs.get(run).kind() == EventKind.TEXT && order.isFirstChoice(laid)
                ? runs.get(run).pieceCharacters(laid - starts[run])
                : 0;
    }

    @Override
    public void write(int index, EventBuffer out) {
        int laid = order.laid(checked(index));
        int run = runOf(laid);
        runs.get(run).write(index, laid - starts[run], out);
    }

    @Override
    public void writeError(int index, WireError error, EventBuffer out) {
        EventTemplate template = frame.template(errors.apply(error), index == 0);
        EventRun.single(EventKind.TERMINAL, template, frame).write(index, 0, out);
        out.append(frame.afterError().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void writePing(EventBuffer out) {
        out.append(ping);
    }

    private int checked(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index is " + index + "; it must be in [0, " + size + ")");
        }
        return index;
    }

    private int runOf(int laid) {
        int found = Arrays.binarySearch(starts, laid);
        return found >= 0 ? found : -found - 2;
    }

    /** Puts a stream together in the order of its events; not for several threads. */
    public static final class Builder {

        private final EventFrame frame;
        private final Function<WireError, EventText> errors;
        private final List<EventRun> runs = new ArrayList<>();
        private final List<Integer> choices = new ArrayList<>();
        private EventText ping = EventText.of("");

        /**
         * A stream without events.
         *
         * @param errors the dialect's form of an error inside a stream
         */
        public Builder(AnswerIdentity identity, StreamOptions options, Function<WireError, EventText> errors) {
            this.frame = new EventFrame(identity, options);
            this.errors = errors;
        }

        /** The dialect's own ping event; without it a comment keeps a silent stream alive. */
        public Builder ping(EventText text) {
            ping = text;
            return this;
        }

        /** Begins the next of several choices; its events leave in turn with those of the others. */
        public Builder nextChoice() {
            choices.add(runs.size());
            return this;
        }

        /** Ends the choices; what is added from here on leaves after all of them. */
        public Builder endChoices() {
            return nextChoice();
        }

        /** Adds one event. */
        public Builder event(EventKind kind, EventText text) {
            runs.add(EventRun.single(kind, frame.template(text, runs.isEmpty()), frame));
            return this;
        }

        /** Adds the deltas of a text, as many as the options group its pieces into; none for an empty text. */
        public Builder deltas(EventKind kind, EventText text, TextPieces pieces) {
            return add(kind, text, pieces, frame.groups(pieces.size()));
        }

        /** Adds one event for all pieces of a text, whatever the options say; none for an empty text. */
        public Builder whole(EventKind kind, EventText text, TextPieces pieces) {
            return add(kind, text, pieces, Groups.of(pieces.size(), List.of(Math.max(1, pieces.size()))));
        }

        /** The stream's first event differs from the others of its run, so it becomes a run of its own. */
        private Builder add(EventKind kind, EventText text, TextPieces pieces, Groups groups) {
            Groups rest = groups;
            if (runs.isEmpty() && groups.size() > 0) {
                runs.add(new EventRun(kind, frame.template(text, true), frame.seed(), pieces, groups.head()));
                rest = groups.tail();
            }
            if (rest.size() > 0) {
                runs.add(new EventRun(kind, frame.template(text, false), frame.seed(), pieces, rest));
            }
            return this;
        }

        /** The stream. */
        public EventSequence build() {
            return new EventSequence(this);
        }
    }
}
