package dev.streamux.protocol.chat.dialect;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.FinishReason;
import dev.streamux.protocol.chat.answer.TextPieces;
import dev.streamux.protocol.chat.answer.TokenUsage;
import dev.streamux.protocol.chat.answer.ToolCall;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.protocol.chat.encode.StreamOptions;
import java.util.List;

/** Small answers for golden tests, and the bytes they become with the random parts named. */
public final class Scripts {

    public static final AnswerIdentity IDENTITY = AnswerIdentity.of("a1-000017", "mock", 1_760_000_000, 7);

    private Scripts() {}

    /** "Hi", quote, line feed, an emoji: 4 tokens, 1 + 1 + 1 + 2 = 5 characters with "Hi" as 2. */
    public static AnswerScript text() {
        return AnswerScript.ofText(
                IDENTITY,
                TextPieces.of(List.of("Hi", "\"", "\n", "\uD83D\uDE00")),
                FinishReason.STOP,
                TokenUsage.of(12, 4));
    }

    /** Two pieces of thinking, then one of text. */
    public static AnswerScript reasoning() {
        return new AnswerScript(
                IDENTITY,
                TextPieces.of(List.of("Let", " me")),
                TextPieces.of(List.of("Hi")),
                List.of(),
                FinishReason.STOP,
                new TokenUsage(12, 4, 3, 2));
    }

    /** Two choices: {@link #text} with 4 tokens, and one of 2 tokens that ends at its limit. */
    public static AnswerScript choices() {
        AnswerScript other = AnswerScript.ofText(
                IDENTITY.withSeed(8), TextPieces.of(List.of("Or", " so")), FinishReason.LENGTH, TokenUsage.of(12, 2));
        return text().withAlternatives(List.of(other), TokenUsage.of(12, 6));
    }

    /** One call in two pieces. */
    public static AnswerScript call() {
        ToolCall call = new ToolCall("weather", TextPieces.of(List.of("{\"city\":", "\"Rome\"}")));
        return new AnswerScript(
                IDENTITY,
                TextPieces.EMPTY,
                TextPieces.EMPTY,
                List.of(call),
                FinishReason.TOOL_CALLS,
                TokenUsage.of(12, 2));
    }

    /** All events of a stream, with the vendor's random ids as {@code ID} and the padding as {@code PAD}. */
    public static String written(DialectEncoder encoder, AnswerScript script, StreamOptions options) {
        StreamEncoder stream = encoder.stream(script, options);
        EventBuffer out = new EventBuffer();
        for (int i = 0; i < stream.size(); i++) {
            stream.write(i, out);
        }
        return named(out.toString());
    }

    /** The text with the vendor's random ids as {@code ID} and the padding as {@code PAD}. */
    public static String named(String text) {
        return text.replaceAll("\"(chatcmpl|call|resp|msg|rs|fc|toolu)(_|-)(01)?[A-Za-z0-9]{22,60}\"", "\"$1$2ID\"")
                .replaceAll("\"obfuscation\":\"[A-Za-z0-9]{2,11}\"", "\"obfuscation\":\"PAD\"");
    }
}
