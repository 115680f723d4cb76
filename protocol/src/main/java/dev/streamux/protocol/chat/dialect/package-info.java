/** The vendors' dialects, each behind one encoder. */
@NullMarked
package dev.streamux.protocol.chat.dialect;

import org.jspecify.annotations.NullMarked;
