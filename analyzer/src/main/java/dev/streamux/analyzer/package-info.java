/** The analyzer: a pure function from traces to {@code result.json}. Same traces, same result, byte for byte. */
@NullMarked
package dev.streamux.analyzer;

import org.jspecify.annotations.NullMarked;
