package dev.streamux.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Rules of the house that no compiler knows. */
class HouseRulesTest {
    private static final int LONGEST_FILE = 400;
    private static final Path ROOT = requireNonNull(Path.of("").toAbsolutePath().getParent());

    @Test
    void noMainSourceFileIsLongerThanOneSitting() throws IOException {
        List<String> tooLong = mainSources().stream()
                .filter(file -> lines(file) > LONGEST_FILE)
                .map(file -> ROOT.relativize(file) + ": " + lines(file) + " lines")
                .toList();
        assertThat(tooLong)
                .as("split what is longer than %d lines", LONGEST_FILE)
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        List<Path> unmarked = mainSources().stream()
                .map(file -> requireNonNull(file.getParent()))
                .distinct()
                .filter(folder -> !text(folder.resolve("package-info.java")).contains("@NullMarked"))
                .map(ROOT::relativize)
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void theReadmeNamesOnlyCommandsThatExist() {
        Matcher mentioned = Pattern.compile("\\./streamux ([a-z][a-z-]*)").matcher(text(ROOT.resolve("README.md")));
        CommandLine commandLine = Main.commandLine();
        assertThat(mentioned.results().map(match -> match.group(1)).distinct())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(commandLine.getSubcommands())
                        .as("./streamux %s", name)
                        .containsKey(name));
    }

    private static List<Path> mainSources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .toList();
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
