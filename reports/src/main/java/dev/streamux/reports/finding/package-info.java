/** What a run says in plain words: pure functions from a result to a headline and findings. */
@NullMarked
package dev.streamux.reports.finding;

import org.jspecify.annotations.NullMarked;
