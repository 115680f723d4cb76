package dev.streamux.protocol.chat.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"text\"",
                "{\"a\":[1,-2,3000000000,123456789012345678901234567890,{\"b\":null}],\"c\":true,\"d\":false}",
                "{\"twice\":1,\"twice\":2}",
                "{\"escaped\\u0041\":\"\\ud83d\\ude00\\n\"}"
            })
    void theTreeIsThatOfTheUsualReader(String json) throws IOException {
        assertThat(EventJson.read(json)).isEqualTo(MAPPER.readTree(json));
    }

    @Test
    void whatNoDecoderReadsIsLeftOut() throws IOException {
        JsonNode tree = EventJson.read(
                "{\"model\":\"m\",\"choices\":[{\"logprobs\":{\"content\":[1,2]},\"index\":0}],\"id\":\"x\"}");
        assertThat(tree).hasToString("{\"choices\":[{\"index\":0}],\"id\":\"x\"}");
    }

    @Test
    void argumentsOfAToolAndErrorsAreKeptWhole() throws IOException {
        String json = "{\"args\":{\"model\":\"m\",\"in\":[{\"created\":1}]},\"error\":{\"model\":\"m\"}}";
        assertThat(EventJson.read(json)).hasToString(json);
    }

    @Test
    void anEmptyTextHasNoTree() throws IOException {
        assertThat(EventJson.read(" ").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1", "{\"a\":}", "{'a':1}", "nul", "{\"logprobs\":[1,}"})
    void whatIsNoJsonIsSaid(String json) {
        assertThatThrownBy(() -> EventJson.read(json)).isInstanceOf(IOException.class);
    }
}
