/**
 * The record of what happened: responses as the client saw them, emissions as the mock made them, written and read.
 *
 * <p>Two files share one line shape, {@code responses.jsonl} and {@code emissions.jsonl}; {@code docs/formats.md} is
 * their reference. Every time is a whole number of nanoseconds on one monotonic clock, from the start of the run.
 */
@NullMarked
package dev.streamux.trace;

import org.jspecify.annotations.NullMarked;
