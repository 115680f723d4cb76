package dev.streamux.analyzer.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClosedBlocksTest {
    @Test
    void aPlainParagraphIsClosedByTheEmptyLineAfterIt() {
        ClosedBlocks blocks = new ClosedBlocks();
        assertThat(blocks.append("Plain.")).isZero();
        assertThat(blocks.append("\n\n")).isEqualTo(8);
        assertThat(blocks.append("Next")).isEqualTo(8);
    }

    @Test
    void aListIsClosedByTheFirstLineOfTheNextBlock() {
        ClosedBlocks blocks = new ClosedBlocks();
        assertThat(blocks.append("- one\n- two\n\n")).isZero();
        assertThat(blocks.append("***")).isZero();
        assertThat(blocks.append("\n")).isEqualTo(13);
    }

    @Test
    void blocksAreClosedAlsoBehindALongOne() {
        ClosedBlocks blocks = new ClosedBlocks();
        blocks.append("**Long** ");
        for (int i = 0; i < 1_000; i++) {
            blocks.append("word ");
        }
        blocks.append("\n\nNext *one*,\n");
        int closed = 0;
        // At the latest when the text has grown by a sixteenth: 5,011 / 16 = 314 units.
        for (int i = 0; i < 80; i++) {
            closed = blocks.append("word ");
        }
        // "**Long** " is 9 units, 1,000 words 5,000, the empty line 2.
        assertThat(closed).isEqualTo(5_011);
    }
}
