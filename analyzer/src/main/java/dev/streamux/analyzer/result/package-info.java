/** The model of {@code result.json}, schema {@code streamux-result/1}, written and read. */
@NullMarked
package dev.streamux.analyzer.result;

import org.jspecify.annotations.NullMarked;
