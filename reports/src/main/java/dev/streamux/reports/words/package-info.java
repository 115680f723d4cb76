/** Numbers and untrusted text as words: what people read on the page, at the terminal and in a pull request. */
@NullMarked
package dev.streamux.reports.words;

import org.jspecify.annotations.NullMarked;
