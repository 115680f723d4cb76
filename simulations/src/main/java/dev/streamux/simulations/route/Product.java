package dev.streamux.simulations.route;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A proxy that can be installed.
 *
 * @param name its name in routes, such as {@code nginx}
 * @param program the program to look for
 * @param debianPackage the Debian package that brings it
 * @param packages what it needs from a package registry besides; empty for a program that stands alone
 * @param versionArguments what makes the program print its version
 * @param arguments what starts it in the foreground; {@code @RUN@} is the run's folder, {@code @PORT@} the port to listen
 *     on, {@code @ORIGIN@} the origin's port, {@code @PACKAGES@} the folder of the packages
 */
public record Product(
        String name,
        String program,
        String debianPackage,
        Optional<Packages> packages,
        List<String> versionArguments,
        List<String> arguments) {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

    /** Daemons live in folders that are not on every user's path. */
    private static final List<String> SYSTEM_FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/usr/bin", "/sbin");

    private static final String JAVA = "java";

    public Product {
        versionArguments = List.copyOf(versionArguments);
        arguments = List.copyOf(arguments);
    }

    /** A product that is one program and nothing else. */
    static Product of(
            String name, String program, String debianPackage, List<String> versionArguments, List<String> arguments) {
        return new Product(name, program, debianPackage, Optional.empty(), versionArguments, arguments);
    }

    /** A proxy on the JVM: one source file, started by Java's launcher for such with the fetched jars beside it. */
    static Product jvm(String name) {
        return new Product(
                name,
                JAVA,
                "openjdk-17-jdk-headless maven",
                Optional.of(Packages.maven(name)),
                List.of(),
                List.of("-Xmx256m", "-cp", "@PACKAGES@/lib/*", "@RUN@/Proxy.java"));
    }

    /** A proxy on Node: one script; {@code shown} is the package whose version is shown. */
    static Product node(String name, String shown) {
        return new Product(
                name, "node", "nodejs npm", Optional.of(Packages.node(shown)), List.of(), List.of("@RUN@/proxy.js"));
    }

    /** Where the program is; empty if it, or a package that it needs, is not there. */
    public Optional<Path> executable() {
        return packages.filter(needed -> !needed.isFetched()).isPresent() ? Optional.empty() : programFile();
    }

    private Optional<Path> programFile() {
        if (program.equals(JAVA)) {
            Path home = Path.of(System.getProperty("java.home"), "bin");
            // A single source file needs the compiler, which a mere runtime has not.
            return Files.isExecutable(home.resolve("javac")) ? Optional.of(home.resolve(JAVA)) : Optional.empty();
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(":", -1)), SYSTEM_FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Fetches the packages that it needs, if any, where the program itself is there.
     *
     * @param told gets a line before something is fetched
     * @throws dev.streamux.trace.InvalidInputException if fetching fails
     */
    public void fetch(Consumer<String> told) {
        if (programFile().isPresent()) {
            packages.ifPresent(needed -> needed.fetch(told));
        }
    }

    /** The version that the installed program states, or that the recipe of its packages names; empty if it is absent. */
    public Optional<String> version() {
        return executable()
                .flatMap(file -> packages.isPresent() ? packages.flatMap(Packages::shownVersion) : askVersion(file));
    }

    private Optional<String> askVersion(Path executable) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(versionArguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Matcher matcher = VERSION.matcher(said);
            return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What to tell a user who lacks it. */
    public String howToInstall() {
        if (packages.isPresent() && programFile().isPresent()) {
            return name + " is not fetched; ./streamux atlas --fetch --only " + name + " --list gets it with your own "
                    + (program.equals(JAVA) ? "mvn" : "npm") + ", into " + PackageCache.folder() + " ("
                    + PackageCache.VARIABLE + " names another place)";
        }
        String system = name + " is not installed; on Debian or Ubuntu: apt-get install " + debianPackage;
        return packages.isEmpty() ? system : system + ", then ./streamux atlas --fetch --only " + name + " --list";
    }
}
