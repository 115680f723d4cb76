package dev.streamux.simulations.route;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy that can be installed.
 *
 * @param name its name in routes, such as {@code nginx}
 * @param program the program to look for
 * @param debianPackage the Debian package that brings it
 * @param nodePackages what must be in the folder of {@link NodeModules} besides
 * @param versionArguments what makes the program print its version
 * @param arguments what starts it in the foreground; {@code @RUN@} is the run's folder, {@code @PORT@} the port to listen
 *     on, {@code @ORIGIN@} the origin's port
 */
public record Product(
        String name,
        String program,
        String debianPackage,
        List<String> nodePackages,
        List<String> versionArguments,
        List<String> arguments) {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

    /** Daemons live in folders that are not on every user's path. */
    private static final List<String> SYSTEM_FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/usr/bin", "/sbin");

    public Product {
        nodePackages = List.copyOf(nodePackages);
        versionArguments = List.copyOf(versionArguments);
        arguments = List.copyOf(arguments);
    }

    /** A product that is one program and nothing else. */
    static Product of(
            String name, String program, String debianPackage, List<String> versionArguments, List<String> arguments) {
        return new Product(name, program, debianPackage, List.of(), versionArguments, arguments);
    }

    /** Where the program is; empty if it, or a package that it needs, is not installed. */
    public Optional<Path> executable() {
        return nodePackages.stream().allMatch(NodeModules::has) ? programFile() : Optional.empty();
    }

    private Optional<Path> programFile() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return java.util.stream.Stream.concat(Arrays.stream(path.split(":", -1)), SYSTEM_FOLDERS.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The version that the installed program states; empty if it is absent or states none. */
    public Optional<String> version() {
        return nodePackages.isEmpty()
                ? executable().flatMap(this::askVersion)
                : NodeModules.version(nodePackages.get(0));
    }

    private Optional<String> askVersion(Path executable) {
        java.util.ArrayList<String> command = new java.util.ArrayList<>(List.of(executable.toString()));
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
        String system = name + " is not installed; on Debian or Ubuntu: apt-get install " + debianPackage;
        return nodePackages.isEmpty()
                ? system
                : system + ", then npm install " + String.join(" ", nodePackages) + " in a folder of yours, and set "
                        + NodeModules.VARIABLE + " to its node_modules";
    }
}
