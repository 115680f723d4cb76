/** What is kept of each response for comparisons: its outcome, its pairing and its values; collected arm by arm. */
@NullMarked
package dev.streamux.analyzer.comparison.observation;

import org.jspecify.annotations.NullMarked;
