package dev.streamux.cli.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.simulations.scenario.Route;
import dev.streamux.trace.run.RunDirectory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RouteCheckupIT {
    @Test
    void theFileNamesTheBufferOfARouteAndLeavesOutWhatCannotBeStarted(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<RouteUse> routes = List.of(
                new RouteUse(Route.DIRECT, List.of("direct", "buffered-json")),
                new RouteUse(Route.parse("proxy/full-length"), List.of("held")),
                new RouteUse(Route.parse("nginx/no-such-configuration"), List.of("absent")));
        RunDirectory run = new RunDirectory(folder);
        new RouteCheckup(run, 1, new PrintStream(said, true, StandardCharsets.UTF_8)).write(routes, 0);

        JsonNode file = new JsonMapper().readTree(run.diagnosis().toFile());
        assertThat(file.path("schema").asText()).isEqualTo("streamux-diagnosis/1");
        assertThat(file.path("routes")).hasSize(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("no-such-configuration");
        JsonNode direct = file.path("routes").get(0);
        assertThat(direct.path("arms")).hasSize(2);
        assertThat(direct.at("/measured/endings/origin-reset/outcome").asText()).isEqualTo("reset");
        JsonNode held = file.path("routes").get(1);
        assertThat(held.at("/measured/delivered/identity/bursts").asInt()).isEqualTo(1);
        if (!held.path("verdict").asText().equals("inconclusive")) {
            assertThat(held.path("verdict").asText()).isEqualTo("held-back");
            assertThat(held.at("/delivery/0/kind").asText()).isEqualTo("stored-and-reframed");
            assertThat(held.at("/delivery/0/fix").asText()).isNotEmpty();
        }
    }

    @Test
    void whereNothingStandsBetweenThereIsNothingToExamine(@TempDir Path folder) {
        RunDirectory run = new RunDirectory(folder);
        new RouteCheckup(run, 1, System.err).write(List.of(new RouteUse(Route.DIRECT, List.of("direct"))), 0);
        assertThat(run.diagnosis()).doesNotExist();
    }
}
