/** The key pictures as files for slides, from the same drawings as the page. */
@NullMarked
package dev.streamux.reports.picture;

import org.jspecify.annotations.NullMarked;
