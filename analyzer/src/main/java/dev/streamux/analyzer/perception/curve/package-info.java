/** From one wait to the share of people who call it slow: the forms that a curve through two facts can have. */
@NullMarked
package dev.streamux.analyzer.perception.curve;

import org.jspecify.annotations.NullMarked;
