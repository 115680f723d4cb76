package dev.streamux.mockllm.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.NanoClock;
import io.netty.channel.DefaultEventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacerTest {
    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final NanoClock clock = NanoClock.startingNow();
    private final Pacer pacer = new Pacer(loop, clock, Quantum.AUTOMATIC);

    @AfterEach
    void stop() {
        assertThat(loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(10, TimeUnit.SECONDS))
                .isTrue();
    }

    /** Fires at start, start + step, …; counts down at each. */
    private static final class Ticks extends Paced {
        private final long start;
        private final long step;
        private final CountDownLatch left;
        private final List<Long> early = new ArrayList<>();
        private int fired;

        Ticks(long start, long step, CountDownLatch left) {
            this.start = start;
            this.step = step;
            this.left = left;
        }

        @Override
        protected long fire(long nowNanos) {
            if (nowNanos < start + fired * step) {
                early.add(nowNanos);
            }
            fired++;
            left.countDown();
            return left.getCount() == 0 ? NEVER : start + fired * step;
        }
    }

    @Test
    void nothingFiresBeforeItsDeadlineAndEverythingFires() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(50);
        CountDownLatch second = new CountDownLatch(80);
        long now = clock.nanos();
        Ticks slow = new Ticks(now + 2_000_000, 1_000_000, first);
        Ticks fast = new Ticks(now + 1_000_000, 300_000, second);
        loop.execute(() -> {
            pacer.wakeAt(slow, slow.start);
            pacer.wakeAt(fast, fast.start);
        });

        assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(slow.early).isEmpty();
        assertThat(fast.early).isEmpty();
    }

    @Test
    void anOverdueBacklogIsWorkedOffWithoutNewTimers() throws InterruptedException {
        CountDownLatch left = new CountDownLatch(5_000);
        Ticks overdue = new Ticks(clock.nanos() - 5_000_000_000L, 1_000_000, left);
        loop.execute(() -> pacer.wakeAt(overdue, overdue.start));

        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsForgottenDoesNotFire() throws InterruptedException {
        AtomicInteger fired = new AtomicInteger();
        Paced item = new Paced() {
            @Override
            protected long fire(long nowNanos) {
                fired.incrementAndGet();
                return NEVER;
            }
        };
        CountDownLatch later = new CountDownLatch(1);
        Ticks marker = new Ticks(clock.nanos() + 30_000_000, 1, later);
        loop.execute(() -> {
            pacer.wakeAt(item, clock.nanos() + 10_000_000);
            pacer.wakeAt(marker, marker.start);
            pacer.forget(item);
        });

        assertThat(later.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(fired).hasValue(0);
    }
}
