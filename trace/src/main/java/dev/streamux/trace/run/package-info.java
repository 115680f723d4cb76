/** The folder of one run: its files, its manifest, the machine that it was made on and how far it can be trusted. */
@NullMarked
package dev.streamux.trace.run;

import org.jspecify.annotations.NullMarked;
