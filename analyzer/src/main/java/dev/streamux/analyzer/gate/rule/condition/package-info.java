/** What a rule asks for: the kinds of condition, with their operators, statistics and limits. Data only. */
@NullMarked
package dev.streamux.analyzer.gate.rule.condition;

import org.jspecify.annotations.NullMarked;
