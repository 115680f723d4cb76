/** Reports from results: what a run says, as text, page, picture, table and file. */
@NullMarked
package dev.streamux.reports;

import org.jspecify.annotations.NullMarked;
