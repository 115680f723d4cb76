/** Was the answer streamed, coalesced or buffered? Told from when its text arrived. */
@NullMarked
package dev.streamux.analyzer.delivery;

import org.jspecify.annotations.NullMarked;
