/** Files of rules and ready-made presets: read whole, every mistake told at once with its line. */
@NullMarked
package dev.streamux.analyzer.gate.file;

import org.jspecify.annotations.NullMarked;
