/** The forms a report comes in, and where each is written. */
@NullMarked
package dev.streamux.reports.format;

import org.jspecify.annotations.NullMarked;
