package dev.streamux.simulations.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Node packages that the user installed for routes; streamux downloads nothing by itself. */
final class NodeModules {
    /** The environment variable that names the folder {@code node_modules}. */
    static final String VARIABLE = "STREAMUX_NODE_MODULES";

    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]+)\"");

    private NodeModules() {}

    /** The folder; empty if the variable is not set. */
    static Optional<Path> folder() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    /** Whether the package is there. */
    static boolean has(String name) {
        return folder().map(folder -> Files.isDirectory(folder.resolve(name))).orElse(false);
    }

    /** The version in the package's own description; empty if it is absent or says none. */
    static Optional<String> version(String name) {
        return folder().map(folder -> folder.resolve(name).resolve("package.json"))
                .filter(Files::isRegularFile)
                .flatMap(NodeModules::readVersion);
    }

    private static Optional<String> readVersion(Path description) {
        try {
            Matcher matcher = VERSION.matcher(Files.readString(description));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
