package dev.streamux.mockllm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The models on offer, as each vendor's client asks for them. */
class ModelsIT {
    private static final String FAST_CHAT = "mock-fast-chat";

    private static Mock mock;

    @BeforeAll
    static void open() {
        mock = new Mock();
    }

    @AfterAll
    static void close() {
        mock.close();
    }

    @Test
    void openAisClientListsThemAndLooksAtOne() {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .baseUrl(mock.url() + "/v1")
                .apiKey("none")
                .responseValidation(true)
                .build();
        List<String> ids =
                client.models().list().items().stream().map(model -> model.id()).toList();
        assertThat(ids).contains("mock", FAST_CHAT).doesNotHaveDuplicates();
        assertThat(client.models().retrieve(FAST_CHAT).id()).isEqualTo(FAST_CHAT);
        client.close();
    }

    @Test
    void anthropicsClientListsThemAndLooksAtOne() {
        AnthropicClient client = AnthropicOkHttpClient.builder()
                .baseUrl(mock.url())
                .apiKey("none")
                .responseValidation(true)
                .build();
        List<String> ids = client.models().list().autoPager().stream()
                .map(model -> model.id())
                .toList();
        assertThat(ids).contains("mock", FAST_CHAT).doesNotHaveDuplicates();
        assertThat(client.models().retrieve(FAST_CHAT).displayName()).isEqualTo(FAST_CHAT);
        client.close();
    }

    @Test
    void geminisHaveNamesWithAPrefixAndSayWhatTheyCanDo() throws IOException, InterruptedException {
        assertThat(get("/v1beta/models"))
                .startsWith("{\"models\":[{\"name\":\"models/mock\",")
                .contains("{\"name\":\"models/mock-fast-chat\",\"version\":\"001\"", "\"streamGenerateContent\"");
        assertThat(get("/v1beta/models/mock-fast-chat?key=none")).startsWith("{\"name\":\"models/mock-fast-chat\",");
    }

    private static String get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(mock.url() + path)).build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
