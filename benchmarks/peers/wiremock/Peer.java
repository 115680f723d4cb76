import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;

/** WireMock that dribbles a fixed stream: its chunks are equal shares of the bytes, so all events have one length here. */
public class Peer {
    /** Arguments: streams, tokens, microseconds from token to token. Prints its port. */
    public static void main(String[] args) {
        int streams = Integer.parseInt(args[0]);
        int tokens = Integer.parseInt(args[1]);
        int gapMicros = Integer.parseInt(args[2]);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < tokens; i++) {
            body.append(event("data: {\"choices\":[{\"delta\":{\"content\":\"tok \"}}]}"));
        }
        body.append(event("data: [DONE]"));
        // A stream is a blocked thread.
        WireMockServer server = new WireMockServer(wireMockConfig()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .containerThreads(streams + 200)
                .jettyAcceptors(2)
                .jettyAcceptQueueSize(4096)
                .disableRequestJournal());
        server.start();
        int chunks = tokens + 1;
        server.stubFor(post(urlEqualTo("/v1/chat/completions"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody(body.toString())
                        .withChunkedDribbleDelay(chunks, (int) (chunks * (long) gapMicros / 1000))));
        System.out.println(server.port());
    }

    private static String event(String data) {
        return data + " ".repeat(300 - data.length() - 2) + "\n\n";
    }
}
