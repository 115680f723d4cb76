package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.answer.ScheduleMaker;
import dev.streamux.mockllm.answer.ScriptText;
import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.ledger.Closing;
import dev.streamux.mockllm.load.Batch;
import dev.streamux.mockllm.load.Plan;
import dev.streamux.mockllm.load.Tempo;
import dev.streamux.mockllm.pacing.Schedule;
import dev.streamux.mockllm.stream.AnswerStream;
import dev.streamux.mockllm.stream.BufferedAnswer;
import dev.streamux.mockllm.stream.FailedAnswer;
import dev.streamux.mockllm.stream.LoopContext;
import dev.streamux.mockllm.stream.Ongoing;
import dev.streamux.mockllm.stream.StreamHead;
import dev.streamux.mockllm.stream.Wire;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.Framing;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.protocol.chat.encode.StreamOptions;
import dev.streamux.protocol.chat.request.StreamWishes;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** Chooses how an answer leaves: as an error, as a stream, or in one body. */
final class Departure {
    private final Batch batch;
    private final Wire wire;
    private final LoopContext loop;

    /** For answers that run in this batch and leave by this wire. */
    Departure(Batch batch, Wire wire, LoopContext loop) {
        this.batch = batch;
        this.wire = wire;
        this.loop = loop;
    }

    /** An answer over HTTP that has not begun. */
    Ongoing overHttp(Answer answer, List<String> ignoredHeaders, Closing closing) {
        StreamWishes wishes = answer.request().wishes();
        Framing framing = wishes.jsonArray()
                ? Framing.ARRAY
                : new Framing.Sse(answer.script().granularity().lineEnding());
        HttpHeaders headers = ResponseHeaders.of(answer, wishes);
        if (!ignoredHeaders.isEmpty()) {
            headers.set("X-Streamux-Ignored", String.join(", ", ignoredHeaders));
        }
        boolean comments = wishes.stream() && !wishes.jsonArray();
        Delivery delivery = wishes.stream() ? Delivery.SSE : Delivery.JSON;
        return of(answer, head(answer, framing, headers, delivery, comments), closing);
    }

    /** An answer over a WebSocket that has not begun. */
    Ongoing overSocket(Answer answer, Closing closing) {
        HttpHeaders headers = ResponseHeaders.of(answer, answer.request().wishes());
        return of(answer, head(answer, Framing.FRAME, headers, Delivery.WEBSOCKET, false), closing);
    }

    private Ongoing of(Answer answer, StreamHead head, Closing closing) {
        Optional<Fault> early = answer.faults().stream()
                .filter(fault -> fault.action() instanceof Fault.Early)
                .findFirst();
        if (early.isPresent()) {
            return new FailedAnswer(answer, early.get(), head, wire, loop, closing);
        }
        return head.delivery() == Delivery.JSON
                ? new BufferedAnswer(answer, head, wire, loop, closing)
                : new AnswerStream(answer, head, wire, loop, closing);
    }

    private StreamHead head(Answer answer, Framing framing, HttpHeaders headers, Delivery delivery, boolean comments) {
        StreamEncoder events = events(answer, framing);
        Plan plan = ScheduleMaker.make(events, answer);
        Schedule schedule = plan.schedule();
        headers.set("X-Streamux-Script", ScriptText.render(answer, firstText(events, schedule), schedule));
        Tempo tempo = batch.tempo(answer.script().load(), plan);
        return new StreamHead(events, schedule, tempo, headers, delivery, comments);
    }

    private static StreamEncoder events(Answer answer, Framing framing) {
        StreamWishes wishes = answer.request().wishes();
        StreamOptions options = new StreamOptions(
                framing,
                answer.script().granularity().tokensPerEvent(),
                wishes.includeUsage(),
                answer.script().obfuscation().orElse(wishes.includeObfuscation()),
                answer.script().mark());
        return answer.encoder().stream(answer.words(), options);
    }

    private static long firstText(StreamEncoder events, Schedule schedule) {
        for (int i = 0; i < events.size(); i++) {
            if (events.kind(i) == EventKind.TEXT || events.kind(i) == EventKind.TOOL) {
                return schedule.due(i);
            }
        }
        return schedule.last();
    }
}
