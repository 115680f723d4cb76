/** The pictures of a report: pure functions from samples and results to drawings. */
@NullMarked
package dev.streamux.reports.chart;

import org.jspecify.annotations.NullMarked;
