package dev.streamux.analyzer.reading;

/**
 * The times at which a reader, after the first text, had read everything and waited for more.
 *
 * @param count how many there were, ≥ 0
 * @param longestNanos the longest of them; 0 without any
 * @param firstHalfNanos how much of them all came before more than half of the characters had been read
 */
public record ReaderStalls(int count, long longestNanos, long firstHalfNanos) {}
