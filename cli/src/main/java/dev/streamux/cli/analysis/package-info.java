/** What the commands over traces share: their options and the tables that they print. */
@NullMarked
package dev.streamux.cli.analysis;

import org.jspecify.annotations.NullMarked;
