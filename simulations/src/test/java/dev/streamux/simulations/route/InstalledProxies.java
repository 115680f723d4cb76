package dev.streamux.simulations.route;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Skips a test whose proxy is absent on a user's machine, and fails it where CI promised to install it. */
final class InstalledProxies {
    private InstalledProxies() {}

    static void require(Product product) {
        if (product.executable().isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(product.howToInstall());
            }
            Assumptions.abort(product.howToInstall());
        }
    }
}
