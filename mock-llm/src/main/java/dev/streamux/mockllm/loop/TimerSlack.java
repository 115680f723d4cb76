package dev.streamux.mockllm.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Asks Linux to wake the calling thread on time.
 *
 * <p>By default the kernel may wake a thread 50 µs late to save power; writing 1 ns into the thread's
 * {@code timerslack_ns} gives those 50 µs back. Where that file is not there, nothing happens.
 */
final class TimerSlack {
    private TimerSlack() {}

    static void reduce() {
        try {
            Path self = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            Path slack = Path.of("/proc").resolve(self.getFileName().toString()).resolve("timerslack_ns");
            Files.writeString(slack, "1");
        } catch (IOException | RuntimeException e) {
            System.getLogger(TimerSlack.class.getName())
                    .log(System.Logger.Level.DEBUG, "timer slack stays as it is: " + e.getMessage());
        }
    }
}
