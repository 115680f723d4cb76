/** How late the harness itself was, from the traces of both sides. */
@NullMarked
package dev.streamux.analyzer.selfcheck;

import org.jspecify.annotations.NullMarked;
