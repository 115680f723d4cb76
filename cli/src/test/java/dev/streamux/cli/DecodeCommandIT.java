package dev.streamux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.simulations.selftest.wire.WireServer;
import dev.streamux.simulations.selftest.wire.WireStep;
import dev.streamux.trace.NanoClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeCommandIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void standardInputBecomesOneLineAnEvent() throws Exception {
        CommandProcess decode = CommandProcess.run(
                folder, "event: greeting\r\nid: 7\r\ndata: a\r\ndata: é\r\n\r\n:c\n\ndata: cut", "decode");
        assertThat(decode.code()).as(decode.err()).isZero();
        assertThat(decode.out().lines()).hasSize(1);
        JsonNode event = JSON.readTree(decode.out());
        assertThat(event.path("type").asText()).isEqualTo("greeting");
        assertThat(event.path("data").asText()).isEqualTo("a\né");
        assertThat(event.path("lastEventId").asText()).isEqualTo("7");
        assertThat(decode.err()).contains("the last event was not complete", "9 bytes were discarded");
    }

    @Test
    void anAddressIsReadToItsEnd() throws Exception {
        try (WireServer server = WireServer.start(NanoClock.startingNow())) {
            server.script(
                    "s",
                    List.of(
                            new WireStep.Write(
                                    0,
                                    "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"),
                            new WireStep.Write(20, "data: one\n\n"),
                            new WireStep.Write(40, "data: two\n\n"),
                            new WireStep.Close(40)));
            CommandProcess decode = CommandProcess.run(folder, "", "decode", server.address("s"));
            assertThat(decode.code()).as(decode.err()).isZero();
            assertThat(decode.out().lines().map(DecodeCommandIT::data)).containsExactly("one", "two");
        }
    }

    private static String data(String line) {
        try {
            return JSON.readTree(line).path("data").asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void nobodyAtTheAddressIsFour() throws Exception {
        CommandProcess decode = CommandProcess.run(folder, "", "decode", "http://127.0.0.1:1/");
        assertThat(decode.code()).isEqualTo(ExitCodes.UNREACHABLE);
        assertThat(decode.err()).startsWith("streamux: no connection to 127.0.0.1:1");
        assertThat(decode.out()).isEmpty();
    }
}
