package dev.streamux.simulations.route;

import java.nio.file.Path;
import java.util.Map;

/** Where packages that the user asked for are kept. */
final class PackageCache {
    /** The environment variable that names another place. */
    static final String VARIABLE = "STREAMUX_CACHE";

    private PackageCache() {}

    /** The folder; it may not be there yet. */
    static Path folder() {
        return folder(System.getenv());
    }

    /** {@value #VARIABLE}, else {@code streamux} in the user's cache folder by the XDG rules. */
    static Path folder(Map<String, String> environment) {
        String own = environment.getOrDefault(VARIABLE, "");
        if (!own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = caches.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches);
        return base.resolve("streamux").toAbsolutePath();
    }
}
