/**
 * The record on disk: readable lines and the compact form, one trace in memory at a time.
 *
 * <p>Both forms hold the same; a reader takes either and names file and line of whatever is wrong.
 */
@NullMarked
package dev.streamux.trace.file;

import org.jspecify.annotations.NullMarked;
