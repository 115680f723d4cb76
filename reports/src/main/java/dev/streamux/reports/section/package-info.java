/** The sections of the page below the replay, each from a run report. */
@NullMarked
package dev.streamux.reports.section;

import org.jspecify.annotations.NullMarked;
