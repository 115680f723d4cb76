/** What the commands that judge share: the options of a gate and what its verdict ends with. */
@NullMarked
package dev.streamux.cli.gate;

import org.jspecify.annotations.NullMarked;
