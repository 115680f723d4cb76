package dev.streamux.simulations.client.transport;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 connection that a pool can keep: one request at a time. Belongs to its event loop. */
final class HttpConnection implements Kept {
    private final Wire wire;
    private final Origin origin;
    private int requests;
    private @Nullable ScheduledFuture<?> idleEnd;

    HttpConnection(Wire wire, Origin origin) {
        this.wire = wire;
        this.origin = origin;
    }

    /** Where it goes. */
    Origin origin() {
        return origin;
    }

    @Override
    public boolean isOpen() {
        return wire.isOpen();
    }

    @Override
    public void whenClosed(Runnable action) {
        wire.whenClosed(action);
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public void rest(Duration limit) {
        idleEnd = wire.loop().schedule(this::close, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The use for one request; {@code giveBack} takes the connection when it may be used again. */
    Lease lease(Consumer<HttpConnection> giveBack) {
        if (idleEnd != null) {
            idleEnd.cancel(false);
            idleEnd = null;
        }
        return new Use(requests++ > 0, giveBack);
    }

    private final class Use implements Lease {
        private final boolean reused;
        private final Consumer<HttpConnection> giveBack;

        Use(boolean reused, Consumer<HttpConnection> giveBack) {
            this.reused = reused;
            this.giveBack = giveBack;
        }

        @Override
        public boolean reused() {
            return reused;
        }

        @Override
        public ReadStamps stamps() {
            return wire.stamps();
        }

        @Override
        public void showReadsTo(ReadStamps.ReadSink sink) {
            wire.stamps().showTo(sink);
        }

        @Override
        public void send(FullHttpRequest request, ResponseSink sink) {
            wire.slot().attach(sink);
            wire.write(request);
        }

        @Override
        public void release() {
            wire.stamps().showTo(null);
            wire.slot().detach();
            if (wire.slot().keepAlive() && wire.isOpen()) {
                giveBack.accept(HttpConnection.this);
            } else {
                wire.close();
            }
        }

        @Override
        public void abort() {
            wire.stamps().showTo(null);
            wire.slot().detach();
            wire.close();
        }

        @Override
        public boolean leave() {
            wire.stamps().showTo(null);
            // The server sees the same end of stream as after a close; what it had sent can still be counted.
            if (wire.endOutput()) {
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
