package dev.streamux.mockllm.content;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import dev.streamux.protocol.chat.answer.TextPieces;
import java.nio.charset.StandardCharsets;

/**
 * Cuts text into the byte-pair tokens of {@code o200k_base}, the vocabulary of OpenAI's models since GPT-4o.
 *
 * <p>The vocabulary takes about 0.3 s and 35 MB to load, so it is loaded on first use and kept.
 */
public final class Tokenizer {

    private static final int SAMPLE_CHARACTERS = 16_384;

    /** Pieces of text, each of which is whole code points. */
    public TextPieces cut(String text) {
        Encoding encoding = Vocabulary.O200K;
        IntArrayList tokens = encoding.encodeOrdinary(text);
        TextPieces.Builder pieces = new TextPieces.Builder();
        PartialText partial = new PartialText();
        IntArrayList single = new IntArrayList(1);
        for (int i = 0; i < tokens.size(); i++) {
            single.clear();
            single.add(tokens.get(i));
            partial.append(encoding.decodeBytes(single));
            if (partial.isWhole()) {
                pieces.add(partial.take());
            }
        }
        return pieces.build();
    }

    /**
     * How many tokens a text has.
     *
     * <p>Texts above 16,384 characters are counted up to there and the rest in proportion, so that a huge prompt cannot
     * hold up the event loop.
     */
    public int count(String text) {
        if (text.length() <= SAMPLE_CHARACTERS) {
            return Vocabulary.O200K.countTokensOrdinary(text);
        }
        long sampled = Vocabulary.O200K.countTokensOrdinary(text.substring(0, SAMPLE_CHARACTERS));
        return (int) (sampled * text.length() / SAMPLE_CHARACTERS);
    }

    /** Loaded by the class loader when it is first needed. */
    private static final class Vocabulary {
        private static final Encoding O200K =
                Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    /** Bytes of tokens until they are whole characters: a token may end inside a UTF-8 sequence. */
    private static final class PartialText {

        private byte[] bytes = {};

        void append(byte[] more) {
            byte[] joined = new byte[bytes.length + more.length];
            System.arraycopy(bytes, 0, joined, 0, bytes.length);
            System.arraycopy(more, 0, joined, bytes.length, more.length);
            bytes = joined;
        }

        boolean isWhole() {
            int i = 0;
            while (i < bytes.length) {
                i += sequenceLength(bytes[i]);
            }
            return i == bytes.length;
        }

        String take() {
            String text = new String(bytes, StandardCharsets.UTF_8);
            bytes = new byte[0];
            return text;
        }

        private static int sequenceLength(byte lead) {
            int bits = lead & 0xff;
            return bits < 0x80 ? 1 : bits < 0xe0 ? 2 : bits < 0xf0 ? 3 : 4;
        }
    }
}
