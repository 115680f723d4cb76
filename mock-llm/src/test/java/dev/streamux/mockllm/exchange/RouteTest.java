package dev.streamux.mockllm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.protocol.chat.Dialect;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    @ParameterizedTest
    @ValueSource(strings = {"/v1beta/models/", "/v1/models/"})
    void geminiIsServedUnderBothOfItsPrefixes(String prefix) {
        assertThat(Route.of(new QueryStringDecoder(prefix + "mock-len5:streamGenerateContent?alt=sse")))
                .hasValueSatisfying(route -> {
                    assertThat(route.dialect()).isEqualTo(Dialect.GEMINI);
                    assertThat(route.target().model()).hasValue("mock-len5");
                    assertThat(route.target().stream()).isTrue();
                    assertThat(route.target().eventStream()).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/models", "/v1/models/mock", "/v1/models/:generateContent", "/v2/chat/completions"})
    void otherPathsAreNoDialects(String uri) {
        assertThat(Route.of(new QueryStringDecoder(uri))).isEmpty();
    }
}
