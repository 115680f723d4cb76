package dev.streamux.cli.run;

import dev.streamux.cli.ExitCodes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Work that Ctrl-C ends early but in order: the signal interrupts the working thread, and the process waits until that has
 * written its result.
 */
public final class InterruptibleWork {
    private static final long PATIENCE_SECONDS = 60;

    private InterruptibleWork() {}

    /** Runs the work on this thread and returns its exit code; after a signal the process ends with it. */
    public static int call(IntSupplier work) {
        Thread worker = Thread.currentThread();
        CountDownLatch finished = new CountDownLatch(1);
        Thread hook = new Thread(() -> interruptAndWait(worker, finished), "streamux-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.getAsInt();
        } finally {
            finished.countDown();
            removeHook(hook);
        }
    }

    private static void interruptAndWait(Thread worker, CountDownLatch finished) {
        worker.interrupt();
        try {
            // The worker then waits in System.exit for this hook, so its own code would be lost.
            if (finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCodes.UNREACHABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already; the hook is under way.
        }
    }
}
