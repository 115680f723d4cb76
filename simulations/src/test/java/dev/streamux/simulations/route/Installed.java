package dev.streamux.simulations.route;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Skips a test whose proxy is absent on a user's machine, and fails it where CI promised to install it. */
final class Installed {
    private Installed() {}

    /** Whether the tests run where everything that they need must be there. */
    static boolean isCi() {
        return "true".equals(System.getenv("CI"));
    }

    /** Where CI runs, what a package registry holds is fetched first. */
    static void require(Product product) {
        if (isCi()) {
            product.fetch(System.err::println);
        }
        if (product.executable().isEmpty()) {
            if (isCi()) {
                Assertions.fail(product.howToInstall());
            }
            Assumptions.abort(product.howToInstall());
        }
    }
}
