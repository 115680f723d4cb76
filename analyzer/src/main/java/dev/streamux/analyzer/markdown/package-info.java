/** Markdown while it streams: what a page shows of half a text, and what it takes back. */
@NullMarked
package dev.streamux.analyzer.markdown;

import org.jspecify.annotations.NullMarked;
