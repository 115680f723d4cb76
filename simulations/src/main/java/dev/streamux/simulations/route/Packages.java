package dev.streamux.simulations.route;

import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a proxy needs from a package registry. It is fetched only when the user asks, by the user's own {@code mvn} or
 * {@code npm}, into the cache folder; the recipe that names every version is a resource beside the configurations.
 *
 * @param name the folder of the recipe among the resources, and of the packages in the cache
 * @param source the registry, which says how to fetch
 * @param version finds the version to show in the recipe; its first group is the version
 */
public record Packages(String name, Source source, Pattern version) {
    private static final long LONGEST_FETCH_MINUTES = 5;

    /** A registry, by the program that fetches from it. */
    @SuppressWarnings("ImmutableEnumChecker") // The lists are those of List.of.
    public enum Source {
        /** Maven Central, or the mirror that the user's settings name. */
        MAVEN(
                "mvn",
                List.of("pom.xml"),
                List.of("-B", "-q", "-ntp", "dependency:copy-dependencies", "-DoutputDirectory=lib")),
        /** The npm registry; no script of a package is run. */
        NPM(
                "npm",
                List.of("package.json", "package-lock.json"),
                List.of("ci", "--ignore-scripts", "--no-audit", "--no-fund"));

        private final String program;
        private final List<String> recipe;
        private final List<String> arguments;

        Source(String program, List<String> recipe, List<String> arguments) {
            this.program = program;
            this.recipe = recipe;
            this.arguments = arguments;
        }
    }

    /** Jars for a recipe with one {@code pom.xml}, whose property {@code proxy.version} is the version to show. */
    static Packages maven(String name) {
        return new Packages(name, Source.MAVEN, Pattern.compile("<proxy\\.version>([^<]+)<"));
    }

    /** The shared Node packages; {@code shown} is the one whose version is shown. */
    static Packages node(String shown) {
        return new Packages("node", Source.NPM, Pattern.compile('"' + Pattern.quote(shown) + "\": \"([^\"]+)\""));
    }

    /** Where they are once fetched. Another recipe is another folder. */
    Path folder() {
        return PackageCache.folder().resolve("routes").resolve(name + "-" + digest());
    }

    /** Whether they are there. */
    boolean isFetched() {
        return Files.isDirectory(folder());
    }

    /** The version that the recipe names. */
    Optional<String> shownVersion() {
        Matcher matcher = version.matcher(text(source.recipe.get(0)));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Fetches them if they are not there.
     *
     * @param told gets a line before the work begins
     * @throws InvalidInputException if the user's program is absent or fails; the message holds its last lines
     */
    void fetch(Consumer<String> told) {
        if (isFetched()) {
            return;
        }
        told.accept("fetching the packages of " + name + " with " + source.program + " into " + folder());
        try {
            Files.createDirectories(folder().getParent());
            Path work = Files.createTempDirectory(folder().getParent(), name + "-");
            for (String file : source.recipe) {
                Files.writeString(work.resolve(file), text(file));
            }
            run(work);
            publish(work);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the packages of " + name + " cannot be kept in " + folder() + ": " + e.getMessage()
                            + "; name another" + " place with " + PackageCache.VARIABLE,
                    e);
        }
    }

    private void run(Path work) throws IOException {
        Path log = work.resolve("fetch.log");
        List<String> command = Stream.concat(Stream.of(source.program), source.arguments.stream())
                .toList();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(work.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new InvalidInputException(
                    source.program + " cannot be run: " + e.getMessage() + "; it is what fetches the packages of "
                            + name,
                    e);
        }
        try {
            process.getOutputStream().close();
            if (process.waitFor(LONGEST_FETCH_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        throw new InvalidInputException("the packages of " + name + " could not be fetched with "
                + String.join(" ", command) + " in " + work + LastLines.of(log));
    }

    /** Another process may have been faster; its packages are the same. */
    private void publish(Path work) throws IOException {
        try {
            Files.move(work, folder());
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            source.recipe.forEach(file -> sha.update(text(file).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest(), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    String text(String file) {
        String resource = name + "/" + file;
        try (InputStream in = Packages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
