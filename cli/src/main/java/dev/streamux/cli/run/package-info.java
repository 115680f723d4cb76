/** What every command that makes a run directory needs: a new directory, its manifest, and what is made of it in the end. */
@NullMarked
package dev.streamux.cli.run;

import org.jspecify.annotations.NullMarked;
