/** The page: one self-contained file, readable without script and without style. */
@NullMarked
package dev.streamux.reports.html;

import org.jspecify.annotations.NullMarked;
