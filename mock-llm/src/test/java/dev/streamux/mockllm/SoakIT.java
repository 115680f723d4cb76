package dev.streamux.mockllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.NanoClock;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Clients that ask, misbehave and leave, with every fault on, for a while: nothing may stay behind.
 *
 * <p>Two seconds in the ordinary build; {@code -Dsoak.seconds=600 -Dsoak.clients=32} for the long run. Leaked buffers are
 * told by Netty's detector, which the build sets to paranoid. Memory is compared from after a first server to after the
 * last one, so that classes and the buffer pool's first blocks do not count.
 */
@Tag("soak")
class SoakIT {
    private static final int CLIENTS = Integer.getInteger("soak.clients", 16);
    private static final long MEGABYTE = 1 << 20;

    /** Blocks of the buffer pool are 4 MiB, and a pool keeps some per thread. */
    private static final long DIRECT_SLACK = 64 * MEGABYTE;

    private static final long HEAP_SLACK = 64 * MEGABYTE;
    private static final System.Logger LOG = System.getLogger(SoakIT.class.getName());
    private static final List<String> FAULTS = List.of(
            "none",
            "none",
            "reset; after=3",
            "truncate; after=50%",
            "cut-event; after=4",
            "missing-last-chunk; after=4",
            "error-event; after=2",
            "status; code=503; retry-after=1",
            "refuse",
            "hang-up",
            "garbage; after=2",
            "duplicate; after=2",
            "reorder; after=2",
            "stall; after=2; for=20ms",
            "stall-burst; after=2; for=20ms",
            "drip; after=2; bytes=100; every=1ms",
            "trailing-bytes",
            "keepalive-only; after=2",
            "half-open; after=2");

    private final AtomicLong asked = new AtomicLong();

    /** What the process holds; memory in bytes, after a collection. */
    private record Holding(int threads, long heap, long direct, long pooled) {
        static Holding now() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                    .mapToLong(BufferPoolMXBean::getMemoryUsed)
                    .sum();
            return new Holding(
                    Thread.activeCount(),
                    runtime.totalMemory() - runtime.freeMemory(),
                    direct,
                    PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory());
        }

        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "%d threads, heap %.1f MiB, direct buffers %.1f MiB, pool %.1f MiB",
                    threads,
                    heap / (double) MEGABYTE,
                    direct / (double) MEGABYTE,
                    pooled / (double) MEGABYTE);
        }
    }

    @Test
    void nothingStaysBehind() throws InterruptedException {
        soak(TimeUnit.MILLISECONDS.toNanos(500));
        Holding before = Holding.now();
        soak(TimeUnit.SECONDS.toNanos(Long.getLong("soak.seconds", 2)));
        Holding after = Holding.now();

        LOG.log(System.Logger.Level.INFO, "requests: {0}; before: {1}; after: {2}", asked, before, after);
        assertThat(after.threads()).as("threads left").isLessThanOrEqualTo(before.threads() + 2);
        assertThat(after.heap()).as("heap left").isLessThan(before.heap() + HEAP_SLACK);
        assertThat(after.direct()).as("direct memory left").isLessThan(before.direct() + DIRECT_SLACK);
        assertThat(after.pooled()).as("pooled memory left").isLessThan(before.pooled() + DIRECT_SLACK);
    }

    private void soak(long nanos) throws InterruptedException {
        try (MockServer server = MockServer.start(MockConfig.defaults(), NanoClock.startingNow())) {
            NanoClock clock = NanoClock.startingNow();
            List<Thread> clients = new ArrayList<>();
            for (int seed = 0; seed < CLIENTS; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                clients.add(new Thread(() -> {
                    while (clock.nanos() < nanos) {
                        ask(server.port(), random);
                    }
                }));
            }
            clients.forEach(Thread::start);
            for (Thread client : clients) {
                client.join();
            }
            long limit = clock.nanos() + TimeUnit.SECONDS.toNanos(20);
            while (server.stats().connections() + server.stats().active() > 0 && clock.nanos() < limit) {
                Thread.onSpinWait();
            }
            LOG.log(
                    System.Logger.Level.INFO,
                    "tokens: {0}; open connections: {1}",
                    server.stats().tokens(),
                    server.stats().connections());
            assertThat(asked.get()).isGreaterThan(CLIENTS);
            assertThat(server.stats().active()).as("answers left").isZero();
            assertThat(server.stats().budget().running()).as("tokens left").isZero();
            assertThat(server.stats().connections()).as("connections left").isZero();
        }
    }

    private void ask(int port, SplittableRandom random) {
        String fault = FAULTS.get(random.nextInt(FAULTS.size()));
        boolean stream = random.nextInt(4) > 0;
        String model = "mock-ttft2-itl1-len" + (5 + random.nextInt(20));
        try (RawExchange exchange = new RawExchange(port)) {
            asked.incrementAndGet();
            exchange.send(RawExchange.chat(
                    "HTTP/1.1", model, stream, "X-Streamux-Fault: " + fault + "\r\nConnection: close\r\n"));
            boolean endless = fault.startsWith("keepalive-only") || fault.startsWith("half-open");
            // A reset from the other side also makes a half-open connection end.
            if (endless || random.nextInt(3) == 0) {
                exchange.abort();
            } else {
                exchange.toEnd();
            }
        } catch (IOException e) {
            // Resets are what was asked for.
            assertThat(e).isNotNull();
        }
    }
}
