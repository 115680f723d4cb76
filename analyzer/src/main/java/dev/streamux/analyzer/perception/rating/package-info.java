/** What real people said of real waits, and the curve that fits it best. */
@NullMarked
package dev.streamux.analyzer.perception.rating;

import org.jspecify.annotations.NullMarked;
