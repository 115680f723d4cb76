/** The command line: one class a command, and the only user of picocli. */
@NullMarked
package dev.streamux.cli;

import org.jspecify.annotations.NullMarked;
