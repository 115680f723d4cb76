/** The report as plain text: what the terminal shows, and what a pull request or a spreadsheet takes. */
@NullMarked
package dev.streamux.reports.text;

import org.jspecify.annotations.NullMarked;
