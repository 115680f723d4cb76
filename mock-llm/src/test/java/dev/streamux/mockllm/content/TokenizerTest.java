package dev.streamux.mockllm.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.protocol.chat.answer.TextPieces;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    private final Tokenizer tokenizer = new Tokenizer();

    @Test
    void theTokensAreTheVendorsOwn() {
        // o200k_base: "Hello", ",", " world", "!"
        TextPieces pieces = tokenizer.cut("Hello, world!");
        assertThat(pieces.size()).isEqualTo(4);
        assertThat(pieces.text(2, 3)).isEqualTo(" world");
        assertThat(tokenizer.count("Hello, world!")).isEqualTo(4);
    }

    @Test
    void aPieceNeverEndsInsideACharacter() {
        // o200k_base has no whole token for these; the family alone is many tokens of parts of characters
        String text = "\uD835\uDD18 👨‍👩‍👧‍👦 ﷽ naïve";
        TextPieces pieces = tokenizer.cut(text);
        assertThat(pieces.text()).isEqualTo(text);
        for (int k = 0; k < pieces.size(); k++) {
            assertThat(pieces.text(k, k + 1)).isNotEmpty().doesNotContain("\uFFFD");
        }
        assertThat(pieces.size()).isLessThan(tokenizer.count(text));
    }

    @Test
    void specialTokensAreOrdinaryText() {
        assertThat(tokenizer.cut("<|endoftext|>").text()).isEqualTo("<|endoftext|>");
    }

    @Test
    void aHugePromptIsCountedInProportion() {
        // 4 tokens and a space's worth in every 14 characters: the sample decides, the rest follows
        String prompt = "Hello, world! ".repeat(75_000);
        int exactPerMillion = tokenizer.count(prompt.substring(0, 14_000)) * 75;
        assertThat(tokenizer.count(prompt)).isBetween((int) (exactPerMillion * 0.99), (int) (exactPerMillion * 1.01));
    }

    @Test
    void anEmptyTextHasNoPieces() {
        assertThat(tokenizer.cut("").isEmpty()).isTrue();
        assertThat(tokenizer.count("")).isZero();
    }
}
