/** The files of a gate: JSON, JUnit XML, a Markdown summary, annotations, and the text for a terminal. */
@NullMarked
package dev.streamux.reports.gate;

import org.jspecify.annotations.NullMarked;
