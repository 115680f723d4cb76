package dev.streamux.mockllm.loop;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads long requests on a thread of its own.
 *
 * <p>Counting the tokens of a prompt of 1 MiB takes long enough to make every stream of an event loop late. The queue is
 * bounded; when it is full the event loop does the work itself, which slows down those who send such requests.
 */
public final class PromptReader implements AutoCloseable {
    /** Up to here a request costs less than handing it to another thread and back would. */
    public static final int READ_AT_ONCE_BYTES = 16 * 1024;

    private static final int QUEUE = 256;
    private static final System.Logger LOG = System.getLogger(PromptReader.class.getName());

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            new DefaultThreadFactory("mock-prompts", true),
            new ThreadPoolExecutor.CallerRunsPolicy());

    /** Does the work, then hands its result over on the event loop. */
    public <T> void submit(Supplier<T> work, Executor loop, Consumer<T> then) {
        thread.execute(() -> {
            T result = work.get();
            try {
                loop.execute(() -> then.accept(result));
            } catch (RejectedExecutionException e) {
                LOG.log(System.Logger.Level.DEBUG, "the server was closed while it read a request");
            }
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
