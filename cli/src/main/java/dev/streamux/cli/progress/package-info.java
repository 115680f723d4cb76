/** What a command shows on standard error while it works. */
@NullMarked
package dev.streamux.cli.progress;

import org.jspecify.annotations.NullMarked;
