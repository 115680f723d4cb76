package dev.streamux.simulations.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.diagnosis.Advice;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import dev.streamux.simulations.hop.Hop;
import dev.streamux.simulations.hop.PathProbe;
import dev.streamux.simulations.hop.Prober;
import dev.streamux.simulations.origin.ProbeOrigin;
import dev.streamux.trace.NanoClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class RealRouteIT {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx/default    | size buffer of 4096 B | proxy_buffering off",
                "haproxy/default  | 200 ms cork timer.*   | option http-no-delay",
                "lighttpd/default | stored and forwarded.*|server.stream-response-body = 1"
            })
    void aDefaultIsNamedWithTheLineThatFixesIt(String route, String title, String fix, @TempDir Path folder) {
        Configuration configuration = RouteCatalog.find(route);
        InstalledProxies.require(configuration.product());
        NanoClock clock = NanoClock.startingNow();
        try (ProbeOrigin origin = ProbeOrigin.start(0, clock, 1);
                StreamingClient client = new StreamingClient(clock);
                RealRoute proxy = RealRoute.start(configuration, origin.port(), folder)) {
            List<Finding> findings = new PathProbe(new Prober(origin, client))
                    .measure(List.of(new Hop(route, proxy.baseUrl(), false)), 0)
                    .get(0)
                    .findings();
            assumeThat(findings)
                    .as("this machine is too busy to judge a path")
                    .noneMatch(finding -> finding.kind() == Kind.WITHHELD);
            assertThat(findings.get(0).title()).matches(title);
            assertThat(Advice.of(findings.get(0), "").fix()).contains(fix);
        }
    }

    @ParameterizedTest
    @CsvSource({"nginx/streaming", "haproxy/streaming", "apache", "caddy", "lighttpd/streaming", "nghttpx"})
    void aRouteForwardsAndLeavesNoProcessBehind(String route, @TempDir Path folder) {
        Configuration configuration = RouteCatalog.find(route);
        InstalledProxies.require(configuration.product());
        try (ProbeOrigin origin = ProbeOrigin.start(0, NanoClock.startingNow(), 1);
                RealRoute proxy = RealRoute.start(configuration, origin.port(), folder)) {
            assertThat(proxy.log()).exists();
            assertThat(processesWith(folder)).isNotEmpty();
        }
        assertThat(processesWith(folder)).isEmpty();
    }

    private static List<String> processesWith(Path folder) {
        return ProcessHandle.allProcesses()
                .map(handle -> handle.info().commandLine().orElse(""))
                .filter(command -> command.contains(folder.toString()))
                .toList();
    }
}
