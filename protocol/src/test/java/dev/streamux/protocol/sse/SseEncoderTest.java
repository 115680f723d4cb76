package dev.streamux.protocol.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SseEncoderTest {

    private static final SseEncoder LF = new SseEncoder(LineEnding.LF);

    @Test
    void anEventIsItsNameItsDataAndAnEmptyLine() {
        assertThat(LF.event(Optional.of("ping"), "{}")).isEqualTo("event: ping\ndata: {}\n\n");
        assertThat(LF.event("x")).isEqualTo("data: x\n\n");
    }

    @Test
    void everyLineEndsAsAskedFor() {
        assertThat(new SseEncoder(LineEnding.CRLF).event(Optional.of("e"), "d"))
                .isEqualTo("event: e\r\ndata: d\r\n\r\n");
        assertThat(new SseEncoder(LineEnding.CR).event("d")).isEqualTo("data: d\r\r");
    }

    @Test
    void dataOfSeveralLinesIsALineEach() {
        assertThat(LF.event("a\nb\r\nc\rd")).isEqualTo("data: a\ndata: b\ndata: c\ndata: d\n\n");
        assertThat(LF.event("a\n")).isEqualTo("data: a\ndata: \n\n");
        assertThat(LF.event("")).isEqualTo("data: \n\n");
    }

    @Test
    void aCommentCannotBecomeData() {
        assertThat(LF.comment("keep-alive")).isEqualTo(": keep-alive\n\n");
        assertThat(LF.comment("x\ndata: y")).isEqualTo(": x\n: data: y\n\n");
    }

    @Test
    void idAndRetryStandAlone() {
        assertThat(LF.id("7")).isEqualTo("id: 7\n\n");
        assertThat(LF.retry(3000)).isEqualTo("retry: 3000\n\n");
    }

    @Test
    void aLineBreakInANameIsRefused() {
        assertThatThrownBy(() -> LF.event(Optional.of("a\nb"), "")).hasMessageContaining("line break");
        assertThatThrownBy(() -> LF.id("\0")).hasMessageContaining("U+0000");
        assertThatThrownBy(() -> LF.retry(-1)).hasMessageContaining("-1");
    }
}
