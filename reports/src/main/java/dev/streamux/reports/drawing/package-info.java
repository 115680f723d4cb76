/** What a picture is made of, without saying how it is shown: shapes, scales, ticks; and writers for SVG and PNG. */
@NullMarked
package dev.streamux.reports.drawing;

import org.jspecify.annotations.NullMarked;
