package dev.streamux.simulations.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupervisedIT {
    /** A program with a child of its own that tells both process ids. */
    private static final List<String> PROGRAM =
            List.of("sh", "-c", "sleep 1000 & echo $! >child.tmp; echo $$ >self; mv child.tmp child; wait");

    @Test
    void closingEndsTheProgramAndItsChildren(@TempDir Path folder) throws Exception {
        Supervised program = Supervised.start(PROGRAM, folder, folder.resolve("log"), Map.of());
        ProcessHandle self = process(folder, "self");
        ProcessHandle child = process(folder, "child");
        program.close();
        awaitEnd(self);
        awaitEnd(child);
        assertThat(program.hasEnded()).isTrue();
    }

    @Test
    void aHarnessThatIsKilledTakesTheProgramAlong(@TempDir Path folder) throws Exception {
        Process harness = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Harness.class.getName(),
                        folder.toString())
                .start();
        ProcessHandle self = process(folder, "self");
        ProcessHandle child = process(folder, "child");
        // SIGKILL: no shutdown hook runs.
        harness.destroyForcibly();
        awaitEnd(self);
        awaitEnd(child);
    }

    /** A process that starts the program and never ends by itself. */
    static final class Harness {
        private Harness() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            Supervised.start(PROGRAM, folder, folder.resolve("log"), Map.of());
            try (BufferedReader never =
                    new BufferedReader(new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                never.readLine();
            }
        }
    }

    private static ProcessHandle process(Path folder, String name) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!Files.exists(folder.resolve("child"))) {
            assertThat(System.nanoTime()).as("the program started").isLessThan(deadline);
            Thread.onSpinWait();
        }
        Optional<ProcessHandle> handle = ProcessHandle.of(
                Long.parseLong(Files.readString(folder.resolve(name)).strip()));
        assertThat(handle).isPresent();
        return handle.get();
    }

    private static void awaitEnd(ProcessHandle process) throws Exception {
        process.onExit().get(20, TimeUnit.SECONDS);
    }
}
