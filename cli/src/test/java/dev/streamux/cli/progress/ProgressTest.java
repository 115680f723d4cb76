package dev.streamux.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void withoutATerminalLinesArePlainAndFiveSecondsApart() {
        Progress progress = new Progress(err, false, 3, 10, Duration.ofSeconds(12));
        progress.draw(0);
        progress.done(true);
        progress.draw(4 * SECOND);
        progress.draw(5 * SECOND);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(
                        "0/10 answers of 3 arms, about 12 s left\n1/10 answers of 3 arms, about 7 s left\n");
    }

    @Test
    void onATerminalTheLineIsRedrawn() {
        Progress progress = new Progress(err, true, 3, 2, Duration.ofSeconds(4));
        progress.done(true);
        progress.draw(SECOND);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\033[K[############............] 1/2 answers of 3 arms, about 3 s left");
    }

    @Test
    void whatIsNotCompleteIsCounted() {
        Progress progress = new Progress(err, false, 3, 2, Duration.ofSeconds(4));
        progress.done(false);
        assertThat(progress.line(9 * SECOND)).isEqualTo("1/2 answers of 3 arms, 1 not complete, about 0 s left");
    }
}
