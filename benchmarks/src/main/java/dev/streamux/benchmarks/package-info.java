/** Side-by-side runs of our client and others on one machine. */
@NullMarked
package dev.streamux.benchmarks;

import org.jspecify.annotations.NullMarked;
