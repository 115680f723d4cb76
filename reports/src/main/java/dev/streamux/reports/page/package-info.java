/** The parts a page is made of: plain text and pictures, no markup of their own. */
@NullMarked
package dev.streamux.reports.page;

import org.jspecify.annotations.NullMarked;
