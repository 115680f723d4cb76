/** One run, or two, as reports are made of them: result, samples, manifest. */
@NullMarked
package dev.streamux.reports.run;

import org.jspecify.annotations.NullMarked;
