/** The ways between model and reader that commands name by a word, opened and closed. */
@NullMarked
package dev.streamux.cli.route;

import org.jspecify.annotations.NullMarked;
