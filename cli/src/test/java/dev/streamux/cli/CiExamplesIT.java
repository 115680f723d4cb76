package dev.streamux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The CI jobs of the documentation, command for command, in a folder that looks like a clone. {@code ./streamux} there is this
 * build; what the CI servers bring themselves, checkout and upload, is left out.
 */
class CiExamplesIT {
    private static final Path DOCS = Path.of("..", "docs");
    private static final long LIMIT_SECONDS = 120;

    @TempDir
    private Path clone;

    @Test
    void theJobsRunAsTheyArePrintedAndLeaveTheirArtefacts() throws Exception {
        JsonNode github = read("github-actions.yaml").at("/jobs/stream-ux/steps");
        JsonNode gitlab = read("gitlab-ci.yaml").path("stream-ux");
        // Both jobs play the same run; a command that both have is run once.
        Set<String> commands = new LinkedHashSet<>();
        github.findValuesAsText("run").forEach(commands::add);
        int ofGithub = commands.size();
        gitlab.path("script").forEach(command -> commands.add(command.asText()));
        assertThat(commands).as("what both share").hasSize(ofGithub).hasSize(3);

        makeClone();
        for (String command : commands) {
            run(command);
        }
        Path junit = clone.resolve(gitlab.at("/artifacts/reports/junit").asText());
        assertThat(junit).content().contains("<testsuite ");
        assertThat(clone.resolve("step-summary.md")).content().contains("## streamux gate: ");
        assertThat(Stream.of("run.json", "responses.jsonl", "report.html", "gate.json"))
                .allSatisfy(
                        file -> assertThat(clone.resolve("run").resolve(file)).isNotEmptyFile());
    }

    @Test
    void thePageShowsTheFiles() throws IOException {
        assertThat(DOCS.resolve("gate.md"))
                .content()
                .contains(Files.readString(example("github-actions.yaml")))
                .contains(Files.readString(example("gitlab-ci.yaml")));
    }

    private void makeClone() throws IOException {
        Path examples = Files.createDirectories(clone.resolve("docs").resolve("examples"));
        Files.copy(example("gate-chat.yaml"), examples.resolve("gate-chat.yaml"));
        Path launcher = Files.writeString(
                clone.resolve("streamux"),
                "#!/bin/sh\nexec \"$STREAMUX_JAVA\" -cp \"$STREAMUX_PATH\" dev.streamux.cli.Main \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    /** As both servers run a command: in a shell that stops at the first failure. */
    private void run(String command) throws IOException, InterruptedException {
        File log = clone.resolve("log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", command).directory(clone.toFile());
        builder.environment().put("STREAMUX_JAVA", System.getProperty("java.home") + "/bin/java");
        builder.environment().put("STREAMUX_PATH", absoluteClassPath());
        builder.environment().put("GITHUB_ACTIONS", "true");
        builder.environment()
                .put("GITHUB_STEP_SUMMARY", clone.resolve("step-summary.md").toString());
        Process process = builder.redirectErrorStream(true).redirectOutput(log).start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end");
        }
        assertThat(process.exitValue())
                .as("%s said: %s", command, Files.readString(log.toPath()))
                .isZero();
    }

    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static JsonNode read(String name) throws IOException {
        LoadSettings settings = LoadSettings.builder().build();
        return new ObjectMapper().valueToTree(new Load(settings).loadFromString(Files.readString(example(name))));
    }

    private static Path example(String name) {
        return DOCS.resolve("examples").resolve(name);
    }
}
