/** How an examination is asked for and shown on the command line. */
@NullMarked
package dev.streamux.cli.doctor;

import org.jspecify.annotations.NullMarked;
