package dev.streamux.simulations.ready;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.simulations.experiment.BudgetJudge;
import dev.streamux.simulations.experiment.Experiment;
import dev.streamux.simulations.gatling.ScenarioSimulation;
import dev.streamux.simulations.launch.LaunchProperties;
import dev.streamux.simulations.launch.RunLauncher;
import dev.streamux.simulations.proxy.ImpairmentProxy;
import dev.streamux.simulations.proxy.ProxyConfig;
import dev.streamux.simulations.proxy.policy.Policy;
import dev.streamux.simulations.run.ProgressPrinter;
import dev.streamux.simulations.run.RunSettings;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.read.Changes;
import dev.streamux.simulations.scenario.read.ScenarioReader;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.run.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ready-made scenario as a simulation for the Gatling plugin, with the mock and the embedded proxies in the same process:
 * handy for a first look. {@code ./streamux run} keeps them apart, which measures better.
 */
abstract class MockedScenario extends ScenarioSimulation {
    private final Servers servers;

    MockedScenario(String name) {
        this(Servers.start(name));
    }

    private MockedScenario(Servers servers) {
        super(servers.settings, new ProgressPrinter(System.err, false));
        this.servers = servers;
    }

    @Override
    public void after() {
        super.after();
        servers.close();
        Experiment experiment =
                Experiment.of(servers.settings.scenario(), servers.settings.directory(), BudgetJudge.AS_OBSERVED);
        experiment.write(servers.settings.directory());
        experiment.tables().forEach(table -> System.out.println(table.text()));
        System.out.println(experiment.question());
        experiment.answer().forEach(sentence -> System.out.println("  " + sentence));
        System.out.println("Run: " + servers.settings.directory().path().toAbsolutePath()
                + " (its page: ./streamux report that folder)");
    }

    /** What the arms of a scenario need, and the settings of its run. */
    private static final class Servers {
        private final Deque<AutoCloseable> started = new ArrayDeque<>();
        private final RunSettings settings;

        private Servers(Path file) {
            Changes changes = LaunchProperties.changes(System.getProperties());
            Scenario scenario = ScenarioReader.read(file, changes);
            long origin = System.nanoTime();
            RunDirectory run = RunDirectory.create(
                    Path.of(System.getProperty("streamux.run", "target/runs/" + scenario.name() + "-" + origin)));
            MockServer mock =
                    MockServer.start(MockConfig.defaults().withEmissionsFile(run.emissions()), NanoClock.since(origin));
            started.push(mock);
            Map<String, URI> addresses = new LinkedHashMap<>();
            scenario.arms().forEach(arm -> addresses.put(arm.name(), address(arm, URI.create(mock.baseUrl()))));
            settings = new RunSettings(scenario, run, origin, addresses);
            RunLauncher.writeManifest(
                    settings,
                    new RunLauncher.Launch(
                            MockedScenario.class.getName(), file, changes, "dev", List.of("gatling:test"), false));
        }

        private static Servers start(String name) {
            // The plugin may run in the module's folder or at the root.
            Path here = Path.of("scenarios", name + ".yaml");
            Path file = Optional.ofNullable(System.getProperty("streamux.scenario"))
                    .map(Path::of)
                    .orElse(Files.exists(here) ? here : Path.of("simulations").resolve(here));
            return new Servers(file);
        }

        private URI address(Arm arm, URI mock) {
            if (!arm.route().isEmbedded()) {
                return mock;
            }
            ImpairmentProxy proxy = ImpairmentProxy.start(
                    ProxyConfig.to(mock, Policy.parse(arm.route().detail())));
            started.push(proxy);
            return URI.create(proxy.baseUrl());
        }

        private void close() {
            while (!started.isEmpty()) {
                try {
                    started.pop().close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
