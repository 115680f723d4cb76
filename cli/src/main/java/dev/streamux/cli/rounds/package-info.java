/** Playing a run on, group by group, until a gate has decided or the plan is used up. */
@NullMarked
package dev.streamux.cli.rounds;

import org.jspecify.annotations.NullMarked;
