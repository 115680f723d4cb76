package dev.streamux.simulations.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.trace.InvalidInputException;
import org.junit.jupiter.api.Test;

class RouteCatalogTest {
    @Test
    void thereAreTenProductsAndThirtyConfigurationsWithDistinctNames() {
        assertThat(RouteCatalog.configurations()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(RouteCatalog.configurations().stream()
                        .map(Configuration::product)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(RouteCatalog.configurations().stream().map(Configuration::route))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyConfigurationShowsItselfAndHasTheOriginsPort() {
        for (Configuration configuration : RouteCatalog.configurations()) {
            String all = String.join(
                    "\n",
                    configuration.files().values().stream()
                            .map(configuration::text)
                            .toList());
            assertThat(all).as(configuration.route()).contains("@ORIGIN@");
        }
    }

    @Test
    void aProductsNameMeansItsDefaultAndAnUnknownOneListsAll() {
        assertThat(RouteCatalog.find("nginx").route()).isEqualTo("nginx/default");
        assertThatThrownBy(() -> RouteCatalog.find("nginx/fast"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nginx/fast")
                .hasMessageContaining("haproxy/default");
    }
}
