package dev.streamux.simulations.client.transport.line;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A line that is leased for one request after another, and rests in between. Belongs to its event loop. */
public final class KeptLine {
    private final Line line;
    private int requests;
    private @Nullable ScheduledFuture<?> idleEnd;

    /** A line that has carried no request yet. */
    public KeptLine(Line line) {
        this.line = line;
    }

    /** Whether it can carry a request, as far as is known. */
    public boolean isOpen() {
        return line.isOpen();
    }

    /** Closes it after this long without use. */
    public void rest(Duration limit) {
        idleEnd = line.loop().schedule(line::close, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs {@code action} when it is closed, by whichever side. */
    public void whenClosed(Runnable action) {
        line.whenClosed(action);
    }

    /** Closes it. */
    public void close() {
        line.close();
    }

    /** The use for one request; {@code giveBack} takes the line when it may be used again. */
    public Lease lease(Consumer<KeptLine> giveBack) {
        if (idleEnd != null) {
            idleEnd.cancel(false);
            idleEnd = null;
        }
        return new Use(requests++ > 0, giveBack);
    }

    private final class Use implements Lease {
        private final boolean reused;
        private final Consumer<KeptLine> giveBack;

        Use(boolean reused, Consumer<KeptLine> giveBack) {
            this.reused = reused;
            this.giveBack = giveBack;
        }

        @Override
        public boolean reused() {
            return reused;
        }

        @Override
        public ReadStamps stamps() {
            return line.stamps();
        }

        @Override
        public void showReadsTo(ReadStamps.ReadSink sink) {
            line.stamps().showTo(sink);
        }

        @Override
        public void send(FullHttpRequest request, ResponseSink sink) {
            line.send(request, sink);
        }

        @Override
        public void release() {
            line.stamps().showTo(null);
            line.detach();
            if (line.isReusable()) {
                giveBack.accept(KeptLine.this);
            } else {
                line.close();
            }
        }

        @Override
        public void abort() {
            line.stamps().showTo(null);
            line.detach();
            line.cut();
        }

        @Override
        public boolean leave() {
            line.stamps().showTo(null);
            // The server sees the same end of stream as after a close; what it had sent can still be counted.
            if (line.endOutput()) {
                return true;
            }
            abort();
            return false;
        }

        @Override
        public boolean survivesAbort() {
            return false;
        }
    }
}
