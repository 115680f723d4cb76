package dev.streamux.simulations.gatling;

/**
 * The entry for Gatling simulations in Java: {@code import static dev.streamux.simulations.gatling.StreamuxDsl.*}.
 *
 * <pre>{@code
 * StreamuxProtocol llm = streamuxAt("http://127.0.0.1:8089").model("mock");
 *
 * ScenarioBuilder readers = scenario("readers")
 *     .feed(csv("prompts.csv").circular())
 *     .exec(streamux("ask").chat("#{prompt}").check(ResponseCheck.outputTokensAtLeast(20)).saveText("answer"))
 *     .pause(2);
 *
 * setUp(readers.injectOpen(constantUsersPerSec(5).during(60)))
 *     .protocols(llm)
 *     .assertions(details("ask", "TTFT").responseTime().percentile(95).lt(500));
 * }</pre>
 */
public final class StreamuxDsl {
    private StreamuxDsl() {}

    /** An OpenAI chat endpoint, streamed, at this {@code http} or {@code https} address. */
    public static StreamuxProtocol streamuxAt(String address) {
        return StreamuxProtocol.at(address);
    }

    /** The beginning of an action; its rows stand in a group of this name. */
    public static Named streamux(String name) {
        return new Named(name);
    }

    /**
     * An action that has a name and no question yet.
     *
     * @param name the group of its rows
     */
    public record Named(String name) {
        public Named {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name is blank; it must name the action's rows in the report");
            }
        }

        /** Asks this, in Gatling's expression language, such as {@code #{prompt}}. */
        public ChatAction chat(String prompt) {
            return ChatAction.of(name, prompt);
        }
    }
}
