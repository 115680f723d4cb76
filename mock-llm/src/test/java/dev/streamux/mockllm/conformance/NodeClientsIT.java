package dev.streamux.mockllm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The vendors' JavaScript clients, unmodified, against the mock: {@code openai}, {@code @anthropic-ai/sdk}, {@code ai}
 * and {@code @google/genai}.
 *
 * <p>Needs Node 20 and the packages of {@code src/test/node}. Under {@code CI=true} they are installed by {@code npm ci}
 * and their absence is an error; elsewhere the tests are skipped when they are missing.
 */
class NodeClientsIT {

    private static final Path FOLDER = Path.of("src/test/node");
    private static final boolean CI = "true".equals(System.getenv("CI"));
    private static final int LEAST_NODE = 20;
    private static final long PATIENCE_MINUTES = 4;

    private static Mock mock;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        require(nodeMajor() >= LEAST_NODE, "Node " + LEAST_NODE + " or newer is not installed");
        if (!Files.isDirectory(FOLDER.resolve("node_modules")) && CI) {
            run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        }
        require(
                Files.isDirectory(FOLDER.resolve("node_modules")),
                "the clients are not installed; run npm ci in mock-llm/" + FOLDER);
        mock = new Mock();
    }

    @AfterAll
    static void close() {
        if (mock != null) {
            mock.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> clientsWorkUnmodified() throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : run(List.of("node", "run.mjs", mock.url()))) {
            JsonNode check = json.readTree(line);
            tests.add(DynamicTest.dynamicTest(
                    check.get("name").textValue(),
                    () -> assertThat(check.get("ok").booleanValue())
                            .as(check.get("detail").textValue())
                            .isTrue()));
        }
        assertThat(tests).as("checks that ran").isNotEmpty();
        return tests.stream();
    }

    private static void require(boolean met, String otherwise) {
        if (CI) {
            assertThat(met).as(otherwise).isTrue();
        }
        Assumptions.assumeTrue(met, otherwise);
    }

    private static int nodeMajor() throws IOException, InterruptedException {
        try {
            // v20.20.2
            String version = run(List.of("node", "--version")).get(0);
            return Integer.parseInt(version.substring(1, version.indexOf('.')));
        } catch (IOException absent) {
            return 0;
        }
    }

    /** Lines on standard output; the process must end well in time. */
    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("streamux-node", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            assertThat(ended)
                    .as("%s ended within %d minutes", command, PATIENCE_MINUTES)
                    .isTrue();
            assertThat(process.exitValue()).as("exit code of %s", command).isZero();
            return Files.readAllLines(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }
}
