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

/**
 * The first byte after a pause starts a timer, and everything leaves when it fires: the kernel's cork timer, which
 * does not tell headers from body.
 */
public final class OneShotTimer extends Forwarding {
    private final Timer timer;
    private final long delayNanos;
    private final Held held = new Held();
    private @Nullable HttpResponse head;
    private @Nullable Future<?> shot;

    /** A stage whose timer runs for this long, > 0. */
    public OneShotTimer(Stage next, Timer timer, Duration delay) {
        super(next);
        this.timer = timer;
        this.delayNanos = delay.toNanos();
    }

    @Override
    public void head(HttpResponse response) {
        head = response;
        arm();
    }

    @Override
    public void body(ByteBuf bytes) {
        held.add(bytes);
        arm();
    }

    private void arm() {
        if (shot == null) {
            shot = timer.at(timer.nanos() + delayNanos, this::fire);
        }
    }

    private void fire() {
        shot = null;
        if (head != null) {
            super.head(head);
            head = null;
        }
        if (held.size() > 0) {
            super.body(held.takeAll());
        }
    }

    private void disarm() {
        if (shot != null) {
            shot.cancel(false);
        }
    }

    @Override
    public void end(Ending ending) {
        disarm();
        if (ending == Ending.RESET) {
            held.clear();
        } else {
            fire();
        }
        super.end(ending);
    }

    @Override
    public void release() {
        disarm();
        held.clear();
        super.release();
    }
}
