package dev.streamux.simulations.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackagesTest {
    @Test
    void theCacheIsWhereTheUserSaysElseByTheRulesOfXdg() {
        assertThat(PackageCache.folder(Map.of("STREAMUX_CACHE", "/a", "XDG_CACHE_HOME", "/b")))
                .isEqualTo(Path.of("/a"));
        assertThat(PackageCache.folder(Map.of("XDG_CACHE_HOME", "/b"))).isEqualTo(Path.of("/b/streamux"));
        assertThat(PackageCache.folder(Map.of()))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "streamux"));
    }

    @Test
    void everyRecipeNamesTheVersionToShow() {
        List<Packages> all = RouteCatalog.configurations().stream()
                .flatMap(configuration -> configuration.product().packages().stream())
                .distinct()
                .toList();
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(packages -> assertThat(packages.shownVersion()).isNotEmpty());
    }

    @Test
    void theLockOfTheNodePackagesNamesNoRegistry() {
        assertThat(Packages.node("express").text("package-lock.json"))
                .contains("\"integrity\"")
                .doesNotContain("\"resolved\"");
    }

    @Test
    void whatIsNotFetchedSaysHowToFetchIt() {
        Product absent = Product.jvm("jetty");
        if (absent.executable().isEmpty()) {
            assertThat(absent.howToInstall())
                    .contains("atlas --fetch --only jetty")
                    .contains("mvn");
        }
        assertThat(Product.node("http-proxy", "http-proxy").howToInstall()).contains("atlas --fetch --only http-proxy");
    }
}
