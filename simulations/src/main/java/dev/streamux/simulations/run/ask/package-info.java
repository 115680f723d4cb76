/** What virtual users ask: the plan of questions, the turns of a conversation, the attempts at one question. */
@NullMarked
package dev.streamux.simulations.run.ask;

import org.jspecify.annotations.NullMarked;
