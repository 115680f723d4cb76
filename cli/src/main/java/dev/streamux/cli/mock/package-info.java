/** The groups of options of the mock command. */
@NullMarked
package dev.streamux.cli.mock;

import org.jspecify.annotations.NullMarked;
