package dev.streamux.protocol.chat.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonElementsTest {
    private static final byte[] ARRAY =
            "[{\"a\":\"}\\\"é{\"},\r\n {\"b\":{\"c\":[{}]}}\n]".getBytes(StandardCharsets.UTF_8);

    @Test
    void everyObjectIsCutOutWhereverTheBytesAreCut() {
        for (int cut = 0; cut <= ARRAY.length; cut++) {
            List<String> found = new ArrayList<>();
            JsonElements elements = new JsonElements(1000, (json, bytes) -> found.add(json));
            elements.feed(ARRAY, 0, cut);
            elements.feed(ARRAY, cut, ARRAY.length - cut);
            assertThat(found).as("cut at %d", cut).containsExactly("{\"a\":\"}\\\"é{\"}", "{\"b\":{\"c\":[{}]}}");
            assertThat(elements.isInsideElement()).isFalse();
        }
    }

    @Test
    void separatorsCountToTheObjectAfterThem() {
        List<Integer> sizes = new ArrayList<>();
        new JsonElements(1000, (json, bytes) -> sizes.add(bytes))
                .feed("[{},\n{}]".getBytes(StandardCharsets.UTF_8), 0, 8);
        // "[{}" is 3 bytes, ",\n{}" is 4; the closing bracket belongs to no object
        assertThat(sizes).containsExactly(3, 4);
    }

    @Test
    void anObjectAboveTheLimitIsRefused() {
        JsonElements elements = new JsonElements(4, (json, bytes) -> {});
        assertThatThrownBy(() -> elements.feed("{\"a\":1}".getBytes(StandardCharsets.UTF_8), 0, 7))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("4 bytes");
    }

    @Test
    void anObjectThatIsNotWholeIsKnown() {
        JsonElements elements = new JsonElements(100, (json, bytes) -> {});
        elements.feed("[{\"a".getBytes(StandardCharsets.UTF_8), 0, 4);
        assertThat(elements.isInsideElement()).isTrue();
    }
}
