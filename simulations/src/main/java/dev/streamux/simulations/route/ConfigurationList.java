package dev.streamux.simulations.route;

import dev.streamux.simulations.route.Configuration.Http2;
import dev.streamux.simulations.route.Configuration.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects the configurations of products whose every configuration is one file of the product's folder. */
final class ConfigurationList {
    private final List<Configuration> all = new ArrayList<>();

    /**
     * Adds a product.
     *
     * @param file the configuration's name in the run's folder
     * @param suffix of the resources, behind the configuration's name
     * @param purposes by the configurations' names; they are shown in the order of the purposes
     */
    void add(Product product, String file, String suffix, Http2 http2, Map<String, Purpose> purposes) {
        purposes.entrySet().stream()
                .sorted(Map.Entry.<String, Purpose>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Configuration(
                        product,
                        entry.getKey(),
                        entry.getValue(),
                        http2,
                        Map.of(file, product.name() + "/" + entry.getKey() + suffix)))
                .forEach(all::add);
    }

    /** Adds one that has more files. */
    void add(Configuration configuration) {
        all.add(configuration);
    }

    List<Configuration> all() {
        return List.copyOf(all);
    }
}
