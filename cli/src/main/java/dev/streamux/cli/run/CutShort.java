package dev.streamux.cli.run;

import dev.streamux.cli.ExitCodes;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into an interrupt of the thread that works, waits until that thread has put its house in order, and ends
 * the process with the exit code of an aborted run.
 *
 * <p>Close it when the work is done; from then on Ctrl-C ends the process at once.
 */
public final class CutShort implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Thread worker;
    private final Thread hook;
    private volatile boolean finished;

    private CutShort(Thread worker) {
        this.worker = worker;
        this.hook = new Thread(this::interruptAndWait, "cut-short");
    }

    /** Watches over the calling thread. */
    public static CutShort onInterrupt() {
        CutShort cut = new CutShort(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(cut.hook);
        return cut;
    }

    private void interruptAndWait() {
        if (finished) {
            return;
        }
        worker.interrupt();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (!finished && worker.isAlive() && System.nanoTime() < deadline) {
                worker.join(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        // The worker now waits for this hook in System.exit, so its own exit code would be lost.
        Runtime.getRuntime().halt(ExitCodes.UNREACHABLE);
    }

    @Override
    public void close() {
        finished = true;
        // Also clears a late interrupt, so that what follows can write its files.
        Thread.interrupted();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is going down already; the hook has done its work.
        }
    }
}
