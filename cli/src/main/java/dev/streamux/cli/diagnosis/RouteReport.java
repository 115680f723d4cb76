package dev.streamux.cli.diagnosis;

import dev.streamux.simulations.doctor.Examination;
import dev.streamux.simulations.hop.PathReport;
import java.util.List;
import java.util.Optional;

/**
 * One route of a run, examined.
 *
 * @param route its word, such as {@code nginx/default}
 * @param arms the arms that use it, in the run's order
 * @param examination what was found
 * @param measured the figures, if an origin of ours stood behind the route
 */
record RouteReport(String route, List<String> arms, Examination examination, Optional<PathReport> measured) {
    RouteReport {
        arms = List.copyOf(arms);
    }
}
