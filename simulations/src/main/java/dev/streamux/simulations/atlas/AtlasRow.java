package dev.streamux.simulations.atlas;

import dev.streamux.simulations.diagnosis.Condition;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import dev.streamux.simulations.hop.PathReport;
import dev.streamux.simulations.hop.ProbeCase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One proxy in one configuration.
 *
 * @param route such as {@code nginx/default}
 * @param purpose why the configuration is in the catalogue, in lower case
 * @param version what the program says of itself, {@code ?} if nothing
 * @param report what was measured
 */
public record AtlasRow(String route, String purpose, String version, PathReport report) {

    /**
     * The answer to "can I stream through it?": {@code yes}, {@code not with gzip}, {@code no}, or {@code ?} if the
     * machine was too busy to tell.
     */
    public String streams() {
        Kind identity = report.identity().finding().kind();
        List<Kind> compressed = Stream.of(ProbeCase.GZIP, ProbeCase.GZIP_LARGE)
                .flatMap(probe -> report.delivered(probe).stream())
                .map(delivered -> delivered.finding().kind())
                .toList();
        if (identity.isInconclusive() || compressed.stream().anyMatch(Kind::isInconclusive)) {
            return "?";
        }
        if (!identity.isDeliveredLive()) {
            return "no";
        }
        return compressed.stream().allMatch(Kind::isDeliveredLive) ? "yes" : "not with gzip";
    }

    /** The kinds found, without the figures that differ from run to run. */
    public String verdict() {
        // Jitter is this machine's, not the proxy's; its figures are in the other columns.
        List<Finding> findings = report.findings().stream()
                .filter(finding -> finding.kind() != Kind.JITTER)
                .toList();
        if (findings.isEmpty()) {
            return "streams; nothing found";
        }
        return findings.stream()
                .filter(finding -> finding.condition() == Condition.ALWAYS
                        || findings.stream().noneMatch(other -> isTheSameAlways(other, finding)))
                .map(AtlasRow::stableTitle)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static boolean isTheSameAlways(Finding other, Finding finding) {
        return other.condition() == Condition.ALWAYS && other.kind() == finding.kind();
    }

    private static String stableTitle(Finding finding) {
        String title = finding.kind() == Kind.SIZE_BUFFER
                ? finding.title()
                : finding.kind().label();
        return finding.condition() == Condition.HTTP2
                ? title + " " + finding.condition().text()
                : title;
    }
}
