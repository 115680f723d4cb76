package dev.streamux.simulations.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Gatling in a process of its own, for tests: the same command as that of a run. */
final class ForkedGatling {
    private ForkedGatling() {}

    /** How it ended. */
    record End(int code, String output) {}

    static End play(Class<?> simulation, Path work, Map<String, String> properties, UnaryOperator<List<String>> edit)
            throws IOException, InterruptedException {
        Path output = work.resolve("output.txt");
        Path results = Files.createDirectories(work.resolve("results"));
        List<String> command =
                edit.apply(new ArrayList<>(GatlingCommand.of(simulation.getName(), results, properties)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = process.waitFor();
        return new End(code, Files.readString(output));
    }
}
