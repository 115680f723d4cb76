/** What a gate says: a verdict on each rule and arm, the numbers behind it, the measured noise, the look. */
@NullMarked
package dev.streamux.analyzer.gate.verdict;

import org.jspecify.annotations.NullMarked;
