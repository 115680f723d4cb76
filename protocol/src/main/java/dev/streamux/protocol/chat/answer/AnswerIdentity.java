package dev.streamux.protocol.chat.answer;

import java.util.Optional;

/**
 * Whose answer it is.
 *
 * @param requestId the id that joins the client's record and the server's; written into the stream
 * @param model the model's name that the answer gives
 * @param createdSeconds wall clock, seconds since 1970, as the vendors write it
 * @param seed decides the vendor's ids and the obfuscation; equal seeds and request ids give equal bytes
 * @param stopSequence the stop sequence that ended the answer, for the dialect that repeats it
 */
public record AnswerIdentity(
        String requestId, String model, long createdSeconds, long seed, Optional<String> stopSequence) {

    /** An identity without a stop sequence. */
    public static AnswerIdentity of(String requestId, String model, long createdSeconds, long seed) {
        return new AnswerIdentity(requestId, model, createdSeconds, seed, Optional.empty());
    }

    /** The same with another seed. */
    public AnswerIdentity withSeed(long value) {
        return new AnswerIdentity(requestId, model, createdSeconds, value, stopSequence);
    }

    /**
     * A vendor's id: the prefix and {@code length} letters and digits.
     *
     * <p>It depends on seed, request id and prefix only, so two deliveries of one request agree.
     */
    public String vendorId(String prefix, int length) {
        StringBuilder id = new StringBuilder(prefix.length() + length).append(prefix);
        long state = Mix.of(seed, 31L * requestId.hashCode() + prefix.hashCode());
        for (int i = 0; i < length; i++) {
            state = Mix.of(state, i);
            id.append(Mix.letter(state));
        }
        return id.toString();
    }
}
