package dev.streamux.mockllm.loop;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.check.Lateness;
import dev.streamux.mockllm.pacing.Pacer;
import dev.streamux.mockllm.pacing.Quantum;
import dev.streamux.mockllm.stream.LoopContext;
import dev.streamux.mockllm.wire.Outbox;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.trace.NanoClock;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The event loops of a server, each with its pacer, and one more loop that accepts connections.
 *
 * <p>Accepting has a loop of its own, because under load a new connection would wait behind overdue tokens. Epoll where
 * there is epoll; elsewhere NIO with a quantum of 1 ms, because NIO spins on shorter timers.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the next heartbeat needs no one to wait for it
public final class Loops implements AutoCloseable {
    private static final long HEARTBEAT_MILLIS = 50;
    private static final long NIO_QUANTUM_NANOS = 1_000_000;

    private final EventLoopGroup acceptor;
    private final EventLoopGroup workers;
    private final boolean epoll;
    private final IdentityHashMap<EventLoop, LoopContext> contexts = new IdentityHashMap<>();
    private final IdentityHashMap<EventLoop, Outbox> outboxes = new IdentityHashMap<>();
    private final List<Lateness> delays = new ArrayList<>();

    private Loops(MockConfig.Engine engine, boolean epoll) {
        this.epoll = epoll;
        this.acceptor = group(1, "mock-accept", epoll);
        this.workers = group(engine.loops(), "mock-loop", epoll);
    }

    private static EventLoopGroup group(int threads, String name, boolean epoll) {
        DefaultThreadFactory factory = new DefaultThreadFactory(name, true);
        return new MultiThreadIoEventLoopGroup(
                threads, factory, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    }

    /** Starts the loops; each has a heartbeat and a pacer on this clock. */
    public static Loops start(MockConfig.Engine engine, NanoClock clock) {
        Loops loops = new Loops(engine, Epoll.isAvailable());
        Quantum quantum = loops.epoll ? engine.quantum() : engine.quantum().atLeast(NIO_QUANTUM_NANOS);
        for (EventExecutor executor : loops.workers) {
            loops.equip((EventLoop) executor, clock, quantum);
        }
        return loops;
    }

    private void equip(EventLoop loop, NanoClock clock, Quantum quantum) {
        Pacer pacer = new Pacer(loop, clock, quantum);
        contexts.put(loop, new LoopContext(clock, pacer, new Lateness(), new EventBuffer(), new EventBuffer()));
        outboxes.put(loop, new Outbox());
        Lateness delay = new Lateness();
        delays.add(delay);
        loop.execute(TimerSlack::reduce);
        loop.execute(new Heartbeat(loop, clock, delay));
    }

    /** The loop that accepts connections. */
    public EventLoopGroup acceptor() {
        return acceptor;
    }

    /** The loops that serve them. */
    public EventLoopGroup workers() {
        return workers;
    }

    /** The kind of channel that fits the loops. */
    public Class<? extends ServerChannel> channelType() {
        return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    /** What the answers of this loop share. */
    public LoopContext of(EventLoop loop) {
        return own(contexts.get(loop));
    }

    /** Where the wires of this loop put their bytes together. */
    public Outbox outbox(EventLoop loop) {
        return own(outboxes.get(loop));
    }

    private static <T> T own(@Nullable T found) {
        if (found == null) {
            throw new IllegalStateException("the event loop is not one of this server's");
        }
        return found;
    }

    /** How late events left, one for each loop. */
    public List<Lateness> lateness() {
        return contexts.values().stream().map(LoopContext::lateness).toList();
    }

    /** How late heartbeats ran, one for each loop. */
    public List<Lateness> delays() {
        return delays;
    }

    @Override
    public void close() {
        Future<?> accepting = acceptor.shutdownGracefully(0, 5, TimeUnit.SECONDS);
        Future<?> working = workers.shutdownGracefully(0, 5, TimeUnit.SECONDS);
        accepting.awaitUninterruptibly(10, TimeUnit.SECONDS);
        working.awaitUninterruptibly(10, TimeUnit.SECONDS);
    }

    /** Runs at absolute times and notes how late it ran: what an event loop's stall looks like from inside. */
    private static final class Heartbeat implements Runnable {
        private final EventLoop loop;
        private final NanoClock clock;
        private final Lateness delay;
        private long dueNanos;

        Heartbeat(EventLoop loop, NanoClock clock, Lateness delay) {
            this.loop = loop;
            this.clock = clock;
            this.delay = delay;
            this.dueNanos = clock.nanos();
        }

        @Override
        public void run() {
            long now = clock.nanos();
            delay.record(now - dueNanos);
            dueNanos = Math.max(dueNanos, now - TimeUnit.MILLISECONDS.toNanos(HEARTBEAT_MILLIS))
                    + TimeUnit.MILLISECONDS.toNanos(HEARTBEAT_MILLIS);
            if (!loop.isShuttingDown()) {
                loop.schedule(this, Math.max(0, dueNanos - now), TimeUnit.NANOSECONDS);
            }
        }
    }
}
