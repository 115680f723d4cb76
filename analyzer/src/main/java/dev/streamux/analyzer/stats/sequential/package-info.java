/** Looking at growing data several times without fooling anyone: a chance of error spent over the looks. */
@NullMarked
package dev.streamux.analyzer.stats.sequential;

import org.jspecify.annotations.NullMarked;
