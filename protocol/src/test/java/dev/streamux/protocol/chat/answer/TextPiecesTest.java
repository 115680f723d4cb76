package dev.streamux.protocol.chat.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPiecesTest {

    private static final TextPieces MIXED = TextPieces.of(List.of("a\"", "\\", "\u0007\n", "", "\uD83D\uDE00é"));

    @Test
    void theTextComesBackUnchanged() {
        assertThat(MIXED.text()).isEqualTo("a\"\\\u0007\n\uD83D\uDE00é");
        assertThat(MIXED.text(2, 4)).isEqualTo("\u0007\n");
    }

    @Test
    void charactersAreCodePoints() {
        // 2 + 1 + 2 + 0 + 2
        assertThat(MIXED.characters()).isEqualTo(7);
        assertThat(MIXED.characters(4, 5)).isEqualTo(2);
    }

    @Test
    void neighboursAreOneCopy() {
        byte[] target = new byte[MIXED.jsonLength(0, 3)];
        MIXED.copyJson(0, 3, target, 0);
        assertThat(new String(target, StandardCharsets.UTF_8)).isEqualTo("a\\\"\\\\\\u0007\\n");
    }

    @Test
    void aPartOfAnotherTextKeepsItsPieces() {
        TextPieces joined = new TextPieces.Builder().add("x").add(MIXED, 1, 5).build();
        assertThat(joined.size()).isEqualTo(5);
        assertThat(joined.text()).isEqualTo("x\\\u0007\n\uD83D\uDE00é");
        assertThat(joined.text(1, 2)).isEqualTo("\\");
        assertThat(joined.characters(0, 3)).isEqualTo(4);
    }

    @Test
    void theFirstPiecesOfAShortTextAreAllOfIt() {
        assertThat(MIXED.first(2).text()).isEqualTo("a\"\\");
        assertThat(MIXED.first(99)).isSameAs(MIXED);
    }
}
