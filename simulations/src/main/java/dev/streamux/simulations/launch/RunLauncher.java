package dev.streamux.simulations.launch;

import dev.streamux.simulations.run.RunSettings;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.read.Changes;
import dev.streamux.trace.run.MachineFacts;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plays a scenario with Gatling in a process of its own and waits for it. The process shows progress on standard error;
 * what Gatling prints goes to {@code gatling/console.log}. Used once.
 */
public final class RunLauncher {
    private static final String WORK_FOLDER = ".gatling-work";
    private static final String CONSOLE = "console.log";
    private static final int LAST_LINES = 20;
    private static final long STOP_SECONDS = 30;

    private final RunSettings settings;
    private final Launch launch;
    private volatile boolean stopped;
    private final Object lock = new Object();
    private volatile Optional<Process> process = Optional.empty();

    /**
     * How to launch.
     *
     * @param simulation the name of a class that plays what {@link LaunchProperties#read} gives; named and not referred to,
     *     so that nothing of Gatling is loaded in this process
     * @param scenarioFile the file of the scenario
     * @param changes what the command line put in the place of the file's words
     * @param toolVersion the version of streamux
     * @param command the command line without secrets
     * @param terminal whether standard error can redraw a line
     */
    public record Launch(
            String simulation,
            Path scenarioFile,
            Changes changes,
            String toolVersion,
            List<String> command,
            boolean terminal) {}

    /** A launcher of this run. */
    public RunLauncher(RunSettings settings, Launch launch) {
        this.settings = settings;
        this.launch = launch;
    }

    /**
     * Plays the scenario to its end, or to the call of {@link #stop}, or to an interrupt of this thread, which stops it as
     * well; the interrupt is forgotten then, so that the result can be written.
     *
     * @return whether it came to its planned end
     * @throws IllegalStateException if the process failed; the message ends with what it said last
     */
    public boolean run() {
        writeManifest(settings, launch);
        Path work = settings.directory().path().resolve(WORK_FOLDER);
        Path console = settings.directory().path().resolve(CONSOLE);
        List<String> command = GatlingCommand.of(launch.simulation(), work, LaunchProperties.of(settings, launch));
        try {
            // Java tells on standard error when it makes this folder itself.
            Files.createDirectories(work.resolve(".java").resolve(".userPrefs"));
            int code = await(start(command, console));
            keepReport(work, console);
            if (code != 0 && !stopped) {
                throw new IllegalStateException("the load generator ended with code " + code + "; it said:\n" + tail());
            }
            return !stopped;
        } catch (IOException e) {
            throw new UncheckedIOException("the load generator cannot be started: " + e.getMessage(), e);
        }
    }

    private int await(Process started) {
        try {
            return started.waitFor();
        } catch (InterruptedException e) {
            stop();
        }
        try {
            if (!started.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                started.destroyForcibly().waitFor();
            }
            return started.exitValue();
        } catch (InterruptedException e) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private Process start(List<String> command, Path console) throws IOException {
        synchronized (lock) {
            Process started = new ProcessBuilder(command)
                    .redirectOutput(console.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process = Optional.of(started);
            if (stopped) {
                askToStop(started);
            }
            return started;
        }
    }

    /** Ends the run before its time; what was measured is written. Returns at once. */
    public void stop() {
        synchronized (lock) {
            stopped = true;
            process.ifPresent(RunLauncher::askToStop);
        }
    }

    private static void askToStop(Process started) {
        try {
            // The other side stops at the first byte, and at the end of the stream: it never outlives us.
            started.getOutputStream().write("stop\n".getBytes(StandardCharsets.US_ASCII));
            started.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    /** Writes the manifest of a run that begins; it is incomplete until the run says otherwise. */
    public static void writeManifest(RunSettings settings, Launch launch) {
        new RunManifest(
                        RunManifest.SCHEMA,
                        launch.toolVersion(),
                        launch.command(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        settings.originNanoTime(),
                        false,
                        settings.scenario().seed(),
                        ScenarioMap.of(settings.scenario()),
                        settings.scenario().arms().stream().map(Arm::name).collect(Collectors.toList()),
                        MachineFacts.read(),
                        SelfCheck.NONE)
                .write(settings.directory().manifest());
    }

    /** Gatling names its folder by class and time; ours is {@code gatling}. */
    private void keepReport(Path work, Path console) throws IOException {
        Path target = settings.directory().gatling();
        deleteTree(target);
        try (Stream<Path> folders = Files.list(work)) {
            List<Path> reports = folders.filter(folder -> Files.exists(folder.resolve("simulation.log")))
                    .collect(Collectors.toList());
            if (reports.isEmpty()) {
                Files.createDirectories(target);
            } else {
                Files.move(reports.get(0), target);
            }
        }
        Files.move(console, target.resolve(CONSOLE));
        deleteTree(work);
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.delete(file);
            }
        }
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(settings.directory().gatling().resolve(CONSOLE));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
