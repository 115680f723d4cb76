/** The ready-made experiment: the same seeded answers, buffered and streamed, over several routes. */
@NullMarked
package dev.streamux.cli.compare;

import org.jspecify.annotations.NullMarked;
