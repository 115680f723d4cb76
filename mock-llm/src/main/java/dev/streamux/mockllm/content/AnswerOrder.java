package dev.streamux.mockllm.content;

import java.util.OptionalInt;

/**
 * What one answer is to be, apart from what the request says.
 *
 * @param requestId joins the client's record and ours
 * @param seed decides the text; equal seeds give equal texts in every dialect and delivery
 * @param content what it is made of
 * @param tokens exactly so many tokens of text; empty for as many as the content has
 * @param defaultTokens how many when {@code tokens} is empty and the content has no length of its own, ≥ 1
 * @param reasoningTokens tokens of reasoning before the text, ≥ 0
 * @param cachedInputShare share of the prompt that counts as cached, in [0, 1]
 * @param createdSeconds wall clock, seconds since 1970
 */
public record AnswerOrder(
        String requestId,
        long seed,
        Content content,
        OptionalInt tokens,
        int defaultTokens,
        int reasoningTokens,
        double cachedInputShare,
        long createdSeconds) {

    /** The same with another seed. */
    public AnswerOrder withSeed(long value) {
        return new AnswerOrder(
                requestId, value, content, tokens, defaultTokens, reasoningTokens, cachedInputShare, createdSeconds);
    }

    /** Our own text with exactly so many tokens. */
    public static AnswerOrder of(String requestId, long seed, int tokens, long createdSeconds) {
        return new AnswerOrder(requestId, seed, Content.MIXED, OptionalInt.of(tokens), tokens, 0, 0, createdSeconds);
    }
}
