/** One pass over the responses of a run, each measured once and added to its arm. */
@NullMarked
package dev.streamux.analyzer.run;

import org.jspecify.annotations.NullMarked;
