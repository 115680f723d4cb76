package dev.streamux.simulations.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that cannot outlive this process.
 *
 * <p>A small shell stands between: it starts the program in a session of its own, waits for the end of its standard
 * input, which this process holds and the kernel closes however this process ends, and then ends the program's whole
 * group. Ctrl-C and other signals to our own group do not reach it.
 */
final class Supervised implements AutoCloseable {
    private static final String SCRIPT = String.join(
            "\n",
            List.of(
                    "trap '' INT HUP TERM",
                    "log=$1; shift",
                    "(trap - INT HUP TERM; exec setsid \"$@\") </dev/null >>\"$log\" 2>&1 &",
                    "job=$!",
                    "cat >/dev/null",
                    "kill -TERM -$job 2>/dev/null || kill -TERM $job 2>/dev/null",
                    "n=0",
                    "while kill -0 -$job 2>/dev/null && [ $n -lt 20 ]; do sleep 0.1; n=$((n+1)); done",
                    "kill -KILL -$job 2>/dev/null"));

    private final Process shell;
    private boolean wasSeen;

    private Supervised(Process shell) {
        this.shell = shell;
    }

    /**
     * Starts {@code command} in {@code folder}; both its outputs go to {@code log}.
     *
     * @param environment added to this process's own
     */
    static Supervised start(List<String> command, Path folder, Path log, Map<String, String> environment) {
        List<String> all = new ArrayList<>(List.of("sh", "-c", SCRIPT, "streamux-supervisor", log.toString()));
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new Supervised(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(command.get(0) + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Whether the program ran and does so no more. False too while the supervisor has yet to start it. */
    boolean hasEnded() {
        // The supervisor itself has one child more, which waits for the end of its input.
        boolean running = shell.children().filter(ProcessHandle::isAlive).count() >= 2;
        wasSeen |= running;
        return !shell.isAlive() || (wasSeen && !running);
    }

    /** Ends the program; after two seconds by force. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(5, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (IOException e) {
            shell.destroyForcibly();
        } catch (InterruptedException e) {
            shell.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
