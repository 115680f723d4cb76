/** What every command that makes a run directory needs: a new directory, its manifest, an orderly end after Ctrl-C. */
@NullMarked
package dev.streamux.cli.run;

import org.jspecify.annotations.NullMarked;
