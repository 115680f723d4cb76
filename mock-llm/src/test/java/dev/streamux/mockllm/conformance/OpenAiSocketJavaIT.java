package dev.streamux.mockllm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.ResponseConnection;
import com.openai.models.responses.ResponsesClientEvent;
import com.openai.models.responses.ResponsesServerEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** OpenAI's Java client, unmodified, against the mock's WebSocket mode of Responses. */
class OpenAiSocketJavaIT {

    private static Mock mock;
    private static OpenAIClient client;

    @BeforeAll
    static void open() {
        mock = new Mock();
        client = OpenAIOkHttpClient.builder()
                .baseUrl(mock.url() + "/v1")
                .apiKey("none")
                .responseValidation(true)
                .build();
    }

    @AfterAll
    static void close() {
        client.close();
        mock.close();
    }

    @Test
    void theSocketSpeaksTheSameEvents() {
        List<String> deltas = new ArrayList<>();
        try (ResponseConnection connection = client.responses().connect()) {
            String first = turn(connection, socketRequest().input("Hello"), deltas);
            turn(connection, socketRequest().input("Go on").previousResponseId(first), deltas);
        }
        // two turns on one connection, 20 tokens each
        assertThat(deltas).hasSize(40);
    }

    @Test
    void theSocketRefusesToContinueWhatItDoesNotKnow() {
        try (ResponseConnection connection = client.responses().connect()) {
            connection.send(ResponsesClientEvent.ofResponseCreate(socketRequest()
                    .input("Hello")
                    .previousResponseId("resp_unknown")
                    .build()));
            ResponsesServerEvent.ResponseWsError refusal = connection.receive().asError();
            assertThat(refusal.status()).hasValue(400L);
            assertThat(refusal.error().code()).hasValue("previous_response_not_found");
        }
    }

    private static ResponsesClientEvent.ResponseCreate.Builder socketRequest() {
        return ResponsesClientEvent.ResponseCreate.builder().model("mock-len20-seed7");
    }

    /** One request and its answer; returns the response's id. */
    private static String turn(
            ResponseConnection connection, ResponsesClientEvent.ResponseCreate.Builder request, List<String> deltas) {
        connection.send(ResponsesClientEvent.ofResponseCreate(request.build()));
        while (true) {
            ResponsesServerEvent event = connection.receive();
            event.responseOutputTextDelta().ifPresent(delta -> deltas.add(delta.delta()));
            if (event.isResponseCompleted()) {
                return event.asResponseCompleted().response().id();
            }
        }
    }
}
