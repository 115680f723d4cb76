/** What a reader of constant speed goes through. */
@NullMarked
package dev.streamux.analyzer.metric.reader;

import org.jspecify.annotations.NullMarked;
