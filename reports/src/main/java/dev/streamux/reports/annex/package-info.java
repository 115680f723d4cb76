/** What other commands left in a run directory, as far as a report shows it. A file that cannot be read is a remark, no failure. */
@NullMarked
package dev.streamux.reports.annex;

import org.jspecify.annotations.NullMarked;
