package dev.streamux.simulations.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.transport.kernel.KernelOpener;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KernelStampsIT {
    private final NanoClock clock = NanoClock.startingNow();
    private final MockServer mock = MockServer.start(MockConfig.defaults(), clock);
    private final StreamingClient client =
            new StreamingClient(ClientConfig.defaults().withKernelStamps(true), clock);

    @BeforeEach
    void needsThePlatform() {
        assumeTrue(KernelOpener.isAvailable(), "kernel stamps need Linux, Java 22 or newer, and the jar");
    }

    @AfterEach
    void close() {
        client.close();
        mock.close();
    }

    @Test
    void theTraceIsTheSameAndNamesItsClock() {
        ResponseTrace stamped = send(client, "mock-ttft20-itl5-len40-seed7");
        assertThat(stamped.outcome()).as("%s", stamped.error()).isEqualTo(Outcome.COMPLETE);
        assertThat(stamped.attributes()).containsEntry("clock", "kernel");
        try (StreamingClient plain = new StreamingClient(clock)) {
            ResponseTrace reference = send(plain, "mock-ttft20-itl5-len40-seed7");
            assertThat(reference.attributes()).containsEntry("clock", "user");
            assertThat(stamped.text()).isEqualTo(reference.text());
            assertThat(stamped.chunks().size()).isEqualTo(reference.chunks().size());
        }
    }

    @Test
    void stampsLieBetweenTheServersWriteAndNow() {
        ResponseTrace trace = send(client, "mock-ttft20-itl5-len40");
        long now = clock.nanos();
        assertThat(trace.chunks().size()).isEqualTo(40);
        for (int i = 0; i < trace.chunks().size(); i++) {
            assertThat(trace.chunks().timeNanos(i)).isBetween(trace.sentNanos(), now);
        }
    }

    @Test
    void theConnectionIsUsedAgain() {
        send(client, "mock-ttft5-itl1-len5");
        assertThat(send(client, "mock-ttft5-itl1-len5").attributes()).containsEntry("connection", "reused");
    }

    @Test
    void faultsHaveTheSameOutcomes() {
        assertThat(send(client, "mock-ttft5-itl1-len20-reset5").outcome()).isEqualTo(Outcome.RESET);
        assertThat(send(client, "mock-ttft5-itl1-len20-truncate5").outcome()).isEqualTo(Outcome.TRUNCATED);
        ResponseTrace nobody = client.send(ClientRequest.builder("r", URI.create("http://127.0.0.1:1"))
                        .build())
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(nobody.outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    private ResponseTrace send(StreamingClient by, String model) {
        return by.send(ClientRequest.builder("r1", URI.create(mock.baseUrl()))
                        .model(model)
                        .build())
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
