package dev.streamux.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChunksTest {
    @Test
    void chunksKeepTheirOrderAndAddUp() {
        Chunks chunks =
                Chunks.builder().add(10, 4, 158).add(10, 0, 20).add(25, 3, 157).build();

        assertThat(chunks.size()).isEqualTo(3);
        assertThat(chunks.timeNanos(1)).isEqualTo(10);
        assertThat(chunks.characters(2)).isEqualTo(3);
        assertThat(chunks.bytes(0)).isEqualTo(158);
        // 4 + 0 + 3
        assertThat(chunks.totalCharacters()).isEqualTo(7);
        assertThat(chunks).hasToString("[[10,4,158],[10,0,20],[25,3,157]]");
    }

    @Test
    void theSumOfCharactersDoesNotOverflowAnInt() {
        Chunks chunks = Chunks.builder()
                .add(0, Integer.MAX_VALUE, 1)
                .add(1, Integer.MAX_VALUE, 1)
                .build();
        assertThat(chunks.totalCharacters()).isEqualTo(2L * Integer.MAX_VALUE);
    }

    @Test
    void whatIsBuiltDoesNotChangeWhenTheBuilderGoesOn() {
        // Room for exactly two: the built chunks and the builder share arrays until the third is added.
        Chunks.Builder builder = Chunks.builder(2).add(1, 1, 1).add(2, 2, 2);
        Chunks two = builder.build();
        Chunks three = builder.add(3, 3, 3).build();

        assertThat(two).hasToString("[[1,1,1],[2,2,2]]");
        assertThat(three).hasToString("[[1,1,1],[2,2,2],[3,3,3]]");
    }

    @Test
    void aBuilderWithoutRoomGrows() {
        Chunks.Builder builder = Chunks.builder(0);
        for (int i = 0; i < 1000; i++) {
            builder.add(i, 1, 2);
        }
        assertThat(builder.build().totalCharacters()).isEqualTo(1000);
    }

    @Test
    void aShiftMovesTimesAndNothingElse() {
        Chunks chunks = Chunks.builder().add(10, 4, 158).add(25, 3, 157).build();
        assertThat(chunks.shiftedBy(-10)).hasToString("[[0,4,158],[15,3,157]]");
        assertThat(chunks.shiftedBy(-10).shiftedBy(10)).isEqualTo(chunks).hasSameHashCodeAs(chunks);
    }

    @Test
    void aTimeThatDecreasesAndANegativeCountAreRefused() {
        Chunks.Builder builder = Chunks.builder().add(10, 1, 1);
        assertThatThrownBy(() -> builder.add(9, 1, 1)).hasMessageContaining("chunk 1 is at 9 ns");
        assertThatThrownBy(() -> builder.add(10, -1, 1)).hasMessageContaining("-1 characters");
        assertThatThrownBy(() -> builder.add(10, 1, -1)).hasMessageContaining("-1 bytes");
        assertThat(builder.size()).isEqualTo(1);
    }

    @Test
    void nothingAddedIsNoChunks() {
        assertThat(Chunks.builder().build()).isSameAs(Chunks.NONE);
        assertThat(Chunks.NONE.isEmpty()).isTrue();
        assertThat(Chunks.NONE.totalCharacters()).isZero();
    }
}
