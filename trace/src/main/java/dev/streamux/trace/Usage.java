package dev.streamux.trace;

/**
 * Token counts as the server stated them.
 *
 * @param inputTokens tokens of the prompt, ≥ 0
 * @param outputTokens tokens of the answer, reasoning included where the vendor includes it, ≥ 0
 */
public record Usage(int inputTokens, int outputTokens) {
    public Usage {
        if (inputTokens < 0 || outputTokens < 0) {
            throw new IllegalArgumentException(
                    "usage counts are " + inputTokens + " and " + outputTokens + "; both must be >= 0");
        }
    }
}
