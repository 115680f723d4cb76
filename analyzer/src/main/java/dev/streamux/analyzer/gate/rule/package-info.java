/** The rules of a gate: what they say, how they are written, and how a file of them is read. */
@NullMarked
package dev.streamux.analyzer.gate.rule;

import org.jspecify.annotations.NullMarked;
