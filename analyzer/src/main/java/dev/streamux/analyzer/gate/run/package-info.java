/** The gate on run directories: reading, fingerprints of baselines, and the proof that a gate can fire. */
@NullMarked
package dev.streamux.analyzer.gate.run;

import org.jspecify.annotations.NullMarked;
