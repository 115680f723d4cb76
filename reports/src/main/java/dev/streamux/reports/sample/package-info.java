/** What pictures need beyond the result: a few whole responses of each arm, a mean curve, rows for the heat map. */
@NullMarked
package dev.streamux.reports.sample;

import org.jspecify.annotations.NullMarked;
