package dev.streamux.protocol.chat.encode;

import java.util.List;

/**
 * How a stream is written, apart from what it says and when.
 *
 * @param framing what goes around each event's JSON
 * @param tokensPerEvent tokens in each delta, taken in turn and repeated; not empty, each ≥ 1
 * @param includeUsage whether the stream reports its counts, in the dialect where the client has to ask
 * @param obfuscation whether deltas carry the vendor's padding, in the dialects that know it
 * @param marks whether every event carries request id, index and emission time; the first one always has the id
 */
public record StreamOptions(
        Framing framing, List<Integer> tokensPerEvent, boolean includeUsage, boolean obfuscation, boolean marks) {

    /** Server-sent events as the vendors send them: one token a delta, padding, no counts unless asked, no marks. */
    public static final StreamOptions VENDOR = new StreamOptions(Framing.SSE, List.of(1), false, true, false);

    /** Checks the pattern. */
    public StreamOptions {
        tokensPerEvent = List.copyOf(tokensPerEvent);
        if (tokensPerEvent.isEmpty() || tokensPerEvent.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException(
                    "tokensPerEvent is " + tokensPerEvent + "; it must name at least one count, each at least 1");
        }
    }

    /** The same with another framing. */
    public StreamOptions withFraming(Framing value) {
        return new StreamOptions(value, tokensPerEvent, includeUsage, obfuscation, marks);
    }

    /** The same with another number of tokens a delta. */
    public StreamOptions withTokensPerEvent(List<Integer> value) {
        return new StreamOptions(framing, value, includeUsage, obfuscation, marks);
    }

    /** The same with or without counts. */
    public StreamOptions withIncludeUsage(boolean value) {
        return new StreamOptions(framing, tokensPerEvent, value, obfuscation, marks);
    }

    /** The same with or without padding. */
    public StreamOptions withObfuscation(boolean value) {
        return new StreamOptions(framing, tokensPerEvent, includeUsage, value, marks);
    }

    /** The same with or without marks. */
    public StreamOptions withMarks(boolean value) {
        return new StreamOptions(framing, tokensPerEvent, includeUsage, obfuscation, value);
    }
}
