package dev.streamux.cli.diagnosis;

import dev.streamux.simulations.doctor.Examination;
import dev.streamux.simulations.hop.PathReport;
import java.util.Optional;

/**
 * One route of a run, examined.
 *
 * @param use the route and its arms
 * @param examination what was found
 * @param measured the figures, if an origin of ours stood behind the route
 */
record RouteReport(RouteUse use, Examination examination, Optional<PathReport> measured) {}
