package dev.streamux.simulations.proxy.stage.hold;

import dev.streamux.simulations.proxy.stage.Ending;
import dev.streamux.simulations.proxy.stage.Forwarding;
import dev.streamux.simulations.proxy.stage.Stage;
import dev.streamux.simulations.proxy.stage.Timer;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Passes the body on at fixed times: every period from the response's headers, which pass at once. */
public final class PeriodicFlush extends Forwarding {
    private final Timer timer;
    private final long periodNanos;
    private final Held held = new Held();
    private long nextTickNanos;
    private @Nullable Future<?> tick;

    /** A stage with this period, > 0. */
    public PeriodicFlush(Stage next, Timer timer, Duration period) {
        super(next);
        this.timer = timer;
        this.periodNanos = period.toNanos();
    }

    @Override
    public void head(HttpResponse response) {
        super.head(response);
        nextTickNanos = timer.nanos();
        scheduleTick();
    }

    private void scheduleTick() {
        nextTickNanos += periodNanos;
        tick = timer.at(nextTickNanos, this::onTick);
    }

    private void onTick() {
        if (held.size() > 0) {
            super.body(held.takeAll());
        }
        scheduleTick();
    }

    @Override
    public void body(ByteBuf bytes) {
        held.add(bytes);
    }

    @Override
    public void end(Ending ending) {
        stop();
        if (ending == Ending.CLEAN) {
            super.body(held.takeAll());
        }
        held.clear();
        super.end(ending);
    }

    private void stop() {
        if (tick != null) {
            tick.cancel(false);
        }
    }

    @Override
    public void release() {
        stop();
        held.clear();
        super.release();
    }
}
