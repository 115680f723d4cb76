package dev.streamux.simulations.client.exchange;

import dev.streamux.protocol.chat.decode.Signal;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.Usage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the events of one response into its trace. After the end, or a failure, nothing is added any more: what a
 * server still sends then reaches no reader.
 */
public final class ResponseRecorder {
    private final ResponseTrace.Builder trace;
    private final Chunks.Builder chunks = Chunks.builder();
    private final Chunks.Builder reasoningChunks = Chunks.builder();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final boolean keepText;
    private int events;
    private int comments;
    private int coalesced;
    private int lastChunkRead = -1;
    private int toolCalls;
    private int toolCharacters;
    private int eventsAfterEnd;
    private long lastEventNanos;
    private String markId = "";
    private boolean ended;
    private long endedNanos;
    private @Nullable String failure;

    /** Nothing heard yet; the request was handed over at {@code dispatchedNanos}. */
    public ResponseRecorder(ClientRequest request, long dispatchedNanos) {
        keepText = request.keepText();
        trace = ResponseTrace.builder(request.id())
                .arm(request.arm())
                .route(request.route())
                .phase(request.phase())
                .protocol(request.dialect().word())
                .delivery(request.delivery().word())
                .intendedNanos(request.intendedNanos().orElse(dispatchedNanos))
                .sentNanos(dispatchedNanos)
                .endNanos(dispatchedNanos)
                .status(0);
        request.attributes().forEach(trace::attribute);
        trace.attribute("http", request.httpVersion().word());
        trace.attribute("dispatchedNanos", Long.toString(dispatchedNanos));
    }

    /** The trace so far, for facts that are not of an event. */
    public ResponseTrace.Builder trace() {
        return trace;
    }

    /** Adds an event that arrived in read number {@code read} of its connection. */
    void add(long nanos, int read, int wireBytes, List<Signal> signals) {
        if (isOver()) {
            eventsAfterEnd++;
            return;
        }
        events++;
        lastEventNanos = nanos;
        int visible = 0;
        int hidden = 0;
        boolean textSeen = false;
        boolean reasoningSeen = false;
        for (Signal signal : signals) {
            if (signal instanceof Signal.TextDelta delta) {
                textSeen = true;
                visible += append(text, delta.text());
            } else if (signal instanceof Signal.ReasoningDelta delta) {
                reasoningSeen = true;
                hidden += append(reasoning, delta.text());
            } else {
                note(nanos, signal);
            }
        }
        if (textSeen) {
            chunks.add(nanos, visible, wireBytes);
            if (read == lastChunkRead) {
                coalesced++;
            }
            lastChunkRead = read;
        }
        if (reasoningSeen) {
            reasoningChunks.add(nanos, hidden, wireBytes);
        }
    }

    /** Appends and tells how many code points longer the whole is; a pair may be cut between two events. */
    private static int append(StringBuilder whole, String added) {
        boolean pair = whole.length() > 0
                && Character.isHighSurrogate(whole.charAt(whole.length() - 1))
                && Character.isLowSurrogate(added.charAt(0));
        whole.append(added);
        return added.codePointCount(0, added.length()) - (pair ? 1 : 0);
    }

    private void note(long nanos, Signal signal) {
        if (signal instanceof Signal.TokenCounts counts) {
            trace.usage(new Usage(counts.inputTokens(), counts.outputTokens()));
        } else if (signal instanceof Signal.ToolCallDelta call) {
            toolCalls = Math.max(toolCalls, call.name().isEmpty() ? toolCalls : toolCalls + 1);
            toolCharacters += call.arguments().length();
        } else if (signal instanceof Signal.Finished finished) {
            trace.attribute("finishReason", finished.reason());
        } else if (signal instanceof Signal.Identified identified) {
            trace.attribute("streamId", identified.responseId());
        } else if (signal instanceof Signal.Marked marked) {
            markId = markId.isEmpty() ? marked.requestId() : markId;
        } else if (signal instanceof Signal.Failed failed) {
            fail(nanos, failed.message());
        } else if (signal instanceof Signal.Ended) {
            ended = true;
            endedNanos = nanos;
        }
    }

    /** An event said that the answer failed, or could not be read. */
    void fail(long nanos, String message) {
        if (!isOver()) {
            failure = message;
            endedNanos = nanos;
        }
    }

    void comment() {
        comments++;
    }

    /** Whether the terminal event arrived. */
    boolean ended() {
        return ended;
    }

    /** What failed inside the stream, if anything did. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether nothing that still arrives matters to a reader. */
    boolean isOver() {
        return ended || failure != null;
    }

    /** How many events with visible text there were. */
    int textEvents() {
        return chunks.size();
    }

    /** The visible text so far. */
    CharSequence text() {
        return text;
    }

    /** The trace, ended in this way; a terminal or failing event overrules what came after it. */
    public ResponseTrace finish(Outcome outcome, @Nullable String error, long nanos) {
        if (ended) {
            trace.outcome(Outcome.COMPLETE).error(null).endNanos(endedNanos);
        } else if (failure != null) {
            trace.outcome(Outcome.ERROR).error(failure).endNanos(endedNanos);
        } else {
            trace.outcome(outcome).error(error).endNanos(nanos);
        }
        noteCount("events", events);
        noteCount("coalescedReads", coalesced);
        noteCount("comments", comments);
        noteCount("toolCalls", toolCalls);
        noteCount("toolCallCharacters", toolCharacters);
        noteCount("eventsAfterEnd", eventsAfterEnd);
        if (!markId.isEmpty()) {
            trace.attribute("markId", markId);
        }
        if (events > 0) {
            trace.attribute("lastEventNanos", Long.toString(lastEventNanos));
        }
        return trace.text(keepText ? text.toString() : null)
                .reasoning(keepText ? reasoning.toString() : "")
                .chunks(chunks.build())
                .reasoningChunks(reasoningChunks.build())
                .build();
    }

    private void noteCount(String key, int count) {
        if (count > 0) {
            trace.attribute(key, Integer.toString(count));
        }
    }
}
