package dev.streamux.simulations.client.exchange;

import dev.streamux.protocol.sse.SseEvent;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.transport.line.Lease;
import dev.streamux.simulations.client.transport.line.ResponseSink;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One response from its headers to its end: how it ends, and what becomes of its connection. Belongs to the event loop of its connection. */
public final class Exchange implements ResponseSink {
    private final ClientRequest request;
    private final NanoClock clock;
    private final ResponseRecorder recorder;
    private final AnswerReader reader;
    private final Stop stop;
    private final Lease lease;
    private final Owner owner;
    private final int readsBefore;
    private long lastActivityNanos;
    private boolean anyByte;
    private boolean finished;
    private boolean leaving;

    /** What one exchange is made of. */
    public record Parts(
            ClientRequest request,
            NanoClock clock,
            int maxEventBytes,
            ResponseObserver observer,
            ResponseRecorder recorder,
            Lease lease) {}

    /** Who waits for the exchange. */
    public interface Owner {
        /** The terminal or failing event arrived; only the rest of the body is still to come. */
        void onOver();

        /** The reader pressed stop; what is under way is still counted, until the server ends it or we give up. */
        void onLeaving();

        /** The exchange is finished. */
        void onDone(ResponseTrace trace);
    }

    /** An exchange whose request is sent now. */
    public Exchange(Parts parts, long sentNanos, Owner owner) {
        this.request = parts.request();
        this.clock = parts.clock();
        this.recorder = parts.recorder();
        this.lease = parts.lease();
        this.stop = new Stop(request.stop());
        this.reader = new AnswerReader(parts, stop);
        this.lastActivityNanos = sentNanos;
        this.readsBefore = lease.stamps().reads();
        this.owner = owner;
        recorder.trace().sentNanos(sentNanos);
    }

    /** Whether its trace is written. */
    public boolean isFinished() {
        return finished;
    }

    /** When something last arrived, or the request left. */
    public long lastActivityNanos() {
        return lastActivityNanos;
    }

    @Override
    public void onHeaders(HttpResponse response) {
        lastActivityNanos = lease.stamps().nanos();
        reader.headers(response);
    }

    @Override
    public void onContent(ByteBuf content) {
        long nanos = noteArrival();
        if (leaving) {
            stop.arrived(nanos, content.readableBytes());
        }
        boolean wasOver = recorder.isOver();
        reader.read(content);
        if (!wasOver && recorder.isOver()) {
            owner.onOver();
        }
    }

    private long noteArrival() {
        long nanos = lease.stamps().nanos();
        lastActivityNanos = nanos;
        if (!anyByte) {
            anyByte = true;
            recorder.trace().firstByteNanos(nanos);
        }
        return nanos;
    }

    @Override
    public void onMessage(ByteBuf text, int wireBytes) {
        noteArrival();
        if (!finished) {
            reader.event(SseEvent.DEFAULT_TYPE, text.toString(StandardCharsets.UTF_8), wireBytes);
            if (recorder.isOver()) {
                // A WebSocket has no end of body: the terminal frame is all there is.
                onEnd();
            }
        }
    }

    @Override
    public void onReadComplete() {
        if (stop.isPressed() && !leaving && !finished) {
            leave();
        }
    }

    @Override
    public void onEnd() {
        long nanos = lease.stamps().nanos();
        reader.end();
        if (finished) {
            return;
        }
        if (stop.isPressed()) {
            finishStopped(leaving ? "ended-by-server" : "was-over", !leaving || lease.survivesAbort());
        } else if (reader.head().isRefusal()) {
            finish(Outcome.REJECTED, reader.refusal(), nanos);
        } else if (reader.isComplete()) {
            finish(Outcome.COMPLETE, null, nanos);
        } else {
            finish(Outcome.TRUNCATED, reader.head().truncation(request.dialect(), anyByte), nanos);
        }
        if (leaving) {
            lease.abort();
        } else {
            lease.release();
        }
    }

    @Override
    public void onBroken(String reason) {
        if (finished) {
            return;
        }
        long nanos = clock.nanos();
        if (stop.isPressed()) {
            finishStopped("closed-by-server", false);
        } else if (reader.head().isRefusal()) {
            finish(Outcome.REJECTED, reader.refusal(), nanos);
        } else if (!reader.head().isThere() && lease.stamps().reads() == readsBefore) {
            finish(Outcome.UNREACHABLE, "no response: " + reason, nanos);
        } else {
            finish(Outcome.RESET, reason, nanos);
        }
        lease.abort();
    }

    /** The reader presses stop. */
    public void stop(String reason) {
        if (!finished && !stop.isPressed()) {
            stop.press(reason, clock.nanos());
            leave();
        }
    }

    private void leave() {
        leaving = true;
        if (lease.leave()) {
            owner.onLeaving();
        } else {
            finishStopped("closed-at-once", lease.survivesAbort());
        }
    }

    /** Ends the response at once, whatever is under way. */
    public void cancel(String reason) {
        if (!finished) {
            stop.press(reason, clock.nanos());
            finishStopped("closed-at-once", lease.survivesAbort());
            lease.abort();
        }
    }

    private void finishStopped(String quiet, boolean reusable) {
        if (!finished) {
            stop.note(recorder.trace(), quiet, reusable);
            finish(Outcome.CANCELLED, stop.reason(), stop.pressedNanos());
        }
    }

    /** Ends the response from our side; one that the reader has stopped stays one that the reader has stopped. */
    public void end(Outcome outcome, String reason) {
        if (finished) {
            return;
        }
        if (stop.isPressed()) {
            finishStopped("closed-by-us", lease.survivesAbort());
        } else {
            finish(outcome, reason, clock.nanos());
        }
        lease.abort();
    }

    private void finish(Outcome outcome, @Nullable String error, long nanos) {
        finished = true;
        reader.close();
        ResponseTrace trace = recorder.finish(outcome, error, nanos);
        owner.onDone(trace);
    }
}
