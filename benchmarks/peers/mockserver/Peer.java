import static org.mockserver.client.LlmMockBuilder.llmMock;
import static org.mockserver.model.Completion.completion;
import static org.mockserver.model.Provider.OPENAI;

import org.mockserver.client.MockServerClient;
import org.mockserver.configuration.ConfigurationProperties;
import org.mockserver.integration.ClientAndServer;
import org.mockserver.model.StreamingPhysics;

/** MockServer with its streaming physics; a time to the first token is not set, because the server refuses stubs that have one. */
public class Peer {
    /** Arguments: streams, tokens, microseconds from token to token. Prints its port. */
    public static void main(String[] args) {
        int tokens = Integer.parseInt(args[1]);
        int perSecond = 1_000_000 / Integer.parseInt(args[2]);
        ConfigurationProperties.logLevel("ERROR");
        ConfigurationProperties.maxLogEntries(10);
        ClientAndServer server = ClientAndServer.startClientAndServer(0);
        llmMock("/v1/chat/completions")
                .withProvider(OPENAI)
                .withModel("mock")
                .respondingWith(completion()
                        .withText("tok ".repeat(tokens))
                        .withStreaming(true)
                        .withStreamingPhysics(new StreamingPhysics().withTokensPerSecond(perSecond)))
                .applyTo(new MockServerClient("127.0.0.1", server.getPort()));
        System.out.println(server.getPort());
    }
}
