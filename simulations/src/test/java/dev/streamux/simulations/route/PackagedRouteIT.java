package dev.streamux.simulations.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.diagnosis.Condition;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import dev.streamux.simulations.hop.PathReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Proxies on the JVM and on Node, played for real; skipped where their packages are not fetched. */
@Timeout(600)
class PackagedRouteIT {
    private static final List<String> ROUTES = List.of(
            "jetty/default",
            "undertow/default",
            "spring-cloud-gateway/default",
            "http-proxy/default",
            "express-compression/default");

    @Test
    void eachFailsInItsOwnWay(@TempDir Path folder) {
        ROUTES.forEach(route -> Installed.require(RouteCatalog.find(route).product()));
        Map<String, PathReport> reports = SideBySide.measure(ROUTES, folder, 2);
        assertThat(titles(reports, "jetty/default")).contains("size buffer of 32768 B");
        assertThat(titles(reports, "undertow/default")).noneMatch(title -> title.startsWith("size buffer"));
        assertThat(titles(reports, "spring-cloud-gateway/default")).contains("silent truncation");
        assertThat(titles(reports, "http-proxy/default")).contains("cancellation leak");

        // The compressor is named only when gzip is offered.
        List<Finding> express = Objects.requireNonNull(reports.get("express-compression/default"))
                .findings();
        assertThat(express)
                .filteredOn(finding -> finding.kind() == Kind.COMPRESSOR || finding.kind() == Kind.COMPRESSOR_WINDOW)
                .isNotEmpty()
                .allMatch(finding -> finding.condition() != Condition.ALWAYS);
        assertThat(express.stream().filter(finding -> finding.condition() == Condition.ALWAYS))
                .noneMatch(finding -> finding.kind() == Kind.FULL_BUFFER);
    }

    private static List<String> titles(Map<String, PathReport> reports, String route) {
        return Objects.requireNonNull(reports.get(route)).findings().stream()
                .map(Finding::title)
                .toList();
    }
}
