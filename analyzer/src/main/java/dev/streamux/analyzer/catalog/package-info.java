/** The explicit list of all metrics, and what is made from it. */
@NullMarked
package dev.streamux.analyzer.catalog;

import org.jspecify.annotations.NullMarked;
