package dev.streamux.cli;

import dev.streamux.simulations.atlas.Atlas;
import dev.streamux.simulations.atlas.AtlasRow;
import dev.streamux.simulations.atlas.AtlasTable;
import dev.streamux.simulations.route.Configuration;
import dev.streamux.simulations.route.RouteCatalog;
import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./streamux atlas}: can I stream through it? */
@Command(
        name = "atlas",
        mixinStandardHelpOptions = true,
        description = {
            "Measures every installed proxy in every shipped configuration: does it stream, what breaks, what fixes it.",
            "Takes about seven seconds a configuration. Writes atlas.csv, atlas.html and atlas.md."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./streamux atlas",
            "  ./streamux atlas --only nginx --only haproxy/default",
            "  ./streamux atlas --fetch --only jetty --only express-compression"
        })
final class AtlasCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            paramLabel = "ROUTE",
            description = "A product such as nginx, or a route such as nginx/default; may be repeated. Default: all.")
    private List<String> only = List.of();

    @Option(
            names = {"-o", "--output"},
            defaultValue = "atlas",
            paramLabel = "DIR",
            description = "Where the tables and the proxies' logs go. Default: ${DEFAULT-VALUE}.")
    private Path output;

    @Option(names = "--list", description = "Only lists the routes, with the package of those that are absent.")
    private boolean list;

    @Option(
            names = "--fetch",
            description = {
                "First gets what the JVM and Node proxies need from Maven Central and npm, with your own mvn and npm,",
                "into the cache folder (STREAMUX_CACHE, else ~/.cache/streamux). Without it nothing is downloaded."
            })
    private boolean fetch;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() throws IOException {
        List<Configuration> chosen = RouteCatalog.configurations().stream()
                .filter(each -> only.isEmpty()
                        || only.contains(each.route())
                        || only.contains(each.product().name()))
                .toList();
        if (chosen.isEmpty()) {
            RouteCatalog.find(only.get(0));
        }
        if (fetch) {
            chosen.stream()
                    .map(Configuration::product)
                    .distinct()
                    .forEach(product ->
                            product.fetch(line -> spec.commandLine().getErr().println(line)));
        }
        if (list) {
            chosen.forEach(each -> spec.commandLine().getOut().println(each.route() + "\t" + state(each)));
            return ExitCodes.PASS;
        }
        List<AtlasRow> rows = new Atlas(output.resolve("proxies"), seed)
                .measure(chosen, line -> spec.commandLine().getErr().println(line));
        if (rows.isEmpty()) {
            throw new InvalidInputException("no proxy could be measured; see the lines above for what to install");
        }
        String title = rows.size() + " configurations measured over loopback on " + LocalDate.now(ZoneOffset.UTC)
                + " by streamux " + Version.text();
        AtlasTable table = new AtlasTable(rows, title);
        Files.writeString(output.resolve("atlas.csv"), table.csv());
        Files.writeString(output.resolve("atlas.html"), table.html());
        Files.writeString(output.resolve("atlas.md"), table.markdown());
        spec.commandLine().getOut().print(table.markdown());
        spec.commandLine().getOut().println(title + "; the page is " + output.resolve("atlas.html"));
        return ExitCodes.PASS;
    }

    private static String state(Configuration configuration) {
        return configuration
                .product()
                .executable()
                .map(Path::toString)
                .orElseGet(() -> configuration.product().howToInstall());
    }
}
