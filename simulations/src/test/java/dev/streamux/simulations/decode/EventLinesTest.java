package dev.streamux.simulations.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.trace.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void anEventIsOneLineWithEveryField() {
        EventLines lines = new EventLines(out, () -> 42);
        lines.copy(stream("retry: 1500\nid: 7\nevent: add\ndata: a\ndata: \"é\"\n\ndata: b\n\ndata: cut"));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "{\"type\":\"add\",\"data\":\"a\\n\\\"é\\\"\",\"lastEventId\":\"7\",\"retry\":1500,\"arrivalNanos\":42}",
                        "{\"type\":\"message\",\"data\":\"b\",\"lastEventId\":\"7\",\"retry\":null,\"arrivalNanos\":42}");
        assertThat(lines.events()).isEqualTo(2);
        // "data: cut" is 9 bytes
        assertThat(lines.discardedBytes()).isEqualTo(9);
    }

    @Test
    void everyLineIsFlushedWhenItIsComplete() {
        int[] flushes = new int[1];
        OutputStream counting = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                flushes[0]++;
            }
        };
        new EventLines(counting, () -> 0).copy(stream("data: a\n\ndata: b\n\n"));
        assertThat(flushes[0]).isEqualTo(2);
    }

    @Test
    void aGiantEventIsTheUsersMistake() {
        EventLines lines = new EventLines(out, () -> 0);
        byte[] piece = "x".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20; i++) {
                        lines.feed(piece, piece.length, 0);
                    }
                })
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("limit");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
