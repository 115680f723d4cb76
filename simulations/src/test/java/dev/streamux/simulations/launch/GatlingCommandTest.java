package dev.streamux.simulations.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.gatling.ScenarioFileSimulation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatlingCommandTest {
    @Test
    void theSimulationIsNamedAsItIsCalled() {
        assertThat(RunLauncher.SIMULATION).isEqualTo(ScenarioFileSimulation.class.getName());
    }

    @Test
    void propertiesStandBeforeTheMainClassAndItsArgumentsAfter() {
        List<String> command = GatlingCommand.of("a.B", Path.of("/r"), Map.of("k", "v"));
        assertThat(command).containsAll(GatlingCommand.HERMETIC);
        assertThat(command.indexOf("-Dk=v")).isLessThan(command.indexOf("io.gatling.app.Gatling"));
        assertThat(command).endsWith("io.gatling.app.Gatling", "-s", "a.B", "-rf", "/r", "-rd", "streamux");
    }
}
