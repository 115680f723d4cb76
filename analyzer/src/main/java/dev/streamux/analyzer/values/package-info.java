/** Many numbers and many things in bounded memory. */
@NullMarked
package dev.streamux.analyzer.values;

import org.jspecify.annotations.NullMarked;
