package dev.streamux.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.record.TraceRecorder;
import dev.streamux.simulations.selftest.wire.WireServer;
import dev.streamux.simulations.selftest.wire.WireStep;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.run.RunDirectory;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's count of tokens against ours. "The cat sat on the mat." has seven tokens of o200k: six words and a stop. */
class TokenCheckIT {
    private static final String TEXT = "The cat sat on the mat. ".repeat(10).strip();

    private final NanoClock clock = NanoClock.startingNow();

    @TempDir
    private Path folder;

    @Test
    void aServerThatLiesIsNamedWithBothNumbers() {
        TokenCheck check = checked(700);
        assertThat(check.figures()).containsEntry(TokenCheck.FIGURE, 1.0);
        assertThat(check.warning())
                .hasValueSatisfying(words -> assertThat(words)
                        .contains("states 700", "counts 70", "in 1 of 1 answers more than 10 % apart"));
    }

    @Test
    void aServerWithinTheToleranceIsNot() {
        // 10 % of 70 tokens are 7.
        TokenCheck check = checked(77);
        assertThat(check.figures()).containsEntry(TokenCheck.FIGURE, 0.0);
        assertThat(check.warning()).isEmpty();
    }

    private TokenCheck checked(int stated) {
        RunDirectory run = new RunDirectory(folder);
        try (WireServer server = WireServer.start(clock);
                TraceRecorder recorder = new TraceRecorder(run.responses());
                StreamingClient client = new StreamingClient(clock)) {
            server.script(
                    "liar",
                    List.of(
                            new WireStep.Write(
                                    0,
                                    "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"),
                            new WireStep.Write(
                                    0, "data: {\"choices\":[{\"delta\":{\"content\":\"" + TEXT + "\"}}]}\n\n"),
                            new WireStep.Write(
                                    0,
                                    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":"
                                            + stated + "}}\n\ndata: [DONE]\n\n"),
                            new WireStep.Close(0)));
            recorder.record(client.send(ClientRequest.builder("r", URI.create(server.address("liar")))
                            .build())
                    .join());
        }
        return TokenCheck.of(run);
    }
}
