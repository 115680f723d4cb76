package dev.streamux.simulations.proxy.stage.link;

import dev.streamux.simulations.proxy.stage.Ending;
import dev.streamux.simulations.proxy.stage.Forwarding;
import dev.streamux.simulations.proxy.stage.Stage;
import dev.streamux.simulations.proxy.stage.Timer;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A slow link: delay, jitter, bandwidth and stalls, with the order kept.
 *
 * <p>A piece leaves at {@code max(departure of the one before, arrival + delay + jitter) + bytes / rate}, plus a stall
 * at times. The origin is not slowed down: what waits is held here, as in the queue of a router.
 */
public final class SlowLink extends Forwarding {
    private final Timer timer;
    private final Link link;
    private final RandomGenerator random;
    private final Deque<Piece> waiting = new ArrayDeque<>();
    private long lastDepartureNanos = Long.MIN_VALUE;
    private @Nullable Future<?> departure;

    private record Piece(long departureNanos, Object message) {}

    /** A stage with these figures that draws jitter and stalls from {@code random}. */
    public SlowLink(Stage next, Timer timer, Link link, RandomGenerator random) {
        super(next);
        this.timer = timer;
        this.link = link;
        this.random = random;
    }

    @Override
    public void head(HttpResponse response) {
        enqueue(response, 200);
    }

    @Override
    public void body(ByteBuf bytes) {
        enqueue(bytes, bytes.readableBytes());
    }

    @Override
    public void end(Ending ending) {
        enqueue(ending, 0);
    }

    private void enqueue(Object message, int bytes) {
        long earliest = timer.nanos() + link.delay().toNanos() + jitterNanos();
        long departs = Math.max(lastDepartureNanos, earliest);
        if (bytes > 0 && random.nextDouble() < link.stallShare()) {
            departs += link.stall().toNanos();
        }
        if (link.bytesPerSecond().isPresent()) {
            departs += bytes * 1_000_000_000L / link.bytesPerSecond().getAsLong();
        }
        lastDepartureNanos = departs;
        waiting.add(new Piece(departs, message));
        schedule();
    }

    private long jitterNanos() {
        long bound = link.jitter().toNanos();
        return bound == 0 ? 0 : random.nextLong(bound + 1);
    }

    private void schedule() {
        if (departure == null && !waiting.isEmpty()) {
            departure = timer.at(waiting.element().departureNanos(), this::depart);
        }
    }

    private void depart() {
        departure = null;
        while (!waiting.isEmpty() && waiting.element().departureNanos() <= timer.nanos()) {
            pass(waiting.remove().message());
        }
        schedule();
    }

    private void pass(Object message) {
        if (message instanceof HttpResponse response) {
            super.head(response);
        } else if (message instanceof ByteBuf bytes) {
            super.body(bytes);
        } else if (message instanceof Ending ending) {
            super.end(ending);
        }
    }

    @Override
    public void release() {
        if (departure != null) {
            departure.cancel(false);
        }
        waiting.forEach(piece -> ReferenceCountUtil.release(piece.message()));
        waiting.clear();
        super.release();
    }
}
