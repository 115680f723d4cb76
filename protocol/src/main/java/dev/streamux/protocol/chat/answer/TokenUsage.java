package dev.streamux.protocol.chat.answer;

/**
 * What an answer cost, in tokens.
 *
 * @param input tokens of the prompt, ≥ 0
 * @param cachedInput how many of them came from a cache, in [0, input]
 * @param output tokens of the answer, reasoning included, ≥ 0
 * @param reasoning how many of them were reasoning, in [0, output]
 */
public record TokenUsage(int input, int cachedInput, int output, int reasoning) {

    /** Checks the ranges. */
    public TokenUsage {
        if (input < 0 || cachedInput < 0 || cachedInput > input) {
            throw new IllegalArgumentException(
                    "cachedInput is " + cachedInput + " of " + input + " input tokens; it must be in [0, input]");
        }
        if (output < 0 || reasoning < 0 || reasoning > output) {
            throw new IllegalArgumentException(
                    "reasoning is " + reasoning + " of " + output + " output tokens; it must be in [0, output]");
        }
    }

    /** Counts without cache and without reasoning. */
    public static TokenUsage of(int input, int output) {
        return new TokenUsage(input, 0, output, 0);
    }

    /** The same prompt with the output of another choice added. */
    public TokenUsage plus(TokenUsage choice) {
        return new TokenUsage(input, cachedInput, output + choice.output, reasoning + choice.reasoning);
    }

    /** Input and output together. */
    public int total() {
        return input + output;
    }
}
