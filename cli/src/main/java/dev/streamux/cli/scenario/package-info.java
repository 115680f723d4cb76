/** What {@code streamux run} does with a scenario: starts what it needs, plays it, shows what came of it. */
@NullMarked
package dev.streamux.cli.scenario;

import org.jspecify.annotations.NullMarked;
