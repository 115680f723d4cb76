/** What the routes of a run do to streams: measured beside the run and kept in its directory. */
@NullMarked
package dev.streamux.cli.diagnosis;

import org.jspecify.annotations.NullMarked;
