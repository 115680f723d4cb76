package dev.streamux.simulations.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.diagnosis.Advice;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.hop.PathReport;
import dev.streamux.simulations.origin.ProbeOrigin;
import dev.streamux.trace.NanoClock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class RealRouteIT {
    /** A path is measured three times before it is left undecided, and a set of paths twice. */
    private static final int SERIES = 2;

    private static final Map<String, Named> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("nginx/default", new Named("size buffer of 4096 B", "proxy_buffering off"));
        DEFAULTS.put("haproxy/default", new Named("200 ms cork timer.*", "option http-no-delay"));
        DEFAULTS.put("lighttpd/default", new Named("stored and forwarded.*", "server.stream-response-body = 1"));
    }

    private record Named(String title, String fix) {}

    @Test
    void defaultsAreNamedWithTheLineThatFixesThem(@TempDir Path folder) {
        DEFAULTS.keySet()
                .forEach(route -> Installed.require(RouteCatalog.find(route).product()));
        Map<String, PathReport> reports = SideBySide.measure(List.copyOf(DEFAULTS.keySet()), folder, SERIES);
        reports.forEach((route, report) -> {
            Named expected = Objects.requireNonNull(DEFAULTS.get(route));
            Finding first = report.findings().get(0);
            assertThat(first.title()).as(route).matches(expected.title());
            assertThat(Advice.of(first, "").fix()).as(route).contains(expected.fix());
        });
    }

    @ParameterizedTest
    @CsvSource({"nginx/streaming", "haproxy/streaming", "apache", "caddy", "lighttpd/streaming", "nghttpx"})
    void aRouteForwardsAndLeavesNoProcessBehind(String route, @TempDir Path folder) {
        Configuration configuration = RouteCatalog.find(route);
        Installed.require(configuration.product());
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
