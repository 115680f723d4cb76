package dev.streamux.mockllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.content.AnswerRules;
import dev.streamux.mockllm.content.Content;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.trace.NanoClock;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the server answers with when it was told what. */
class AnswersIT {
    private static MockConfig config() {
        return MockConfig.defaults().withKnob(Knob.TTFT, "1").withKnob(Knob.ITL, "0");
    }

    private static String ask(MockServer server, String headers) throws IOException {
        try (RawExchange exchange = new RawExchange(server.port())) {
            return exchange.send(RawExchange.chat("HTTP/1.0", "mock", false, headers))
                    .toEnd();
        }
    }

    @Test
    void rulesDecideByWhatThePersonSaid() throws IOException {
        Content rules = new Content.Scripted(AnswerRules.parse(
                "[{\"when\":\"bye\",\"text\":\"So long.\"},{\"when\":\"HI\",\"text\":\"Hello there.\"}]"));
        try (MockServer server = MockServer.start(config().withAnswers(rules), NanoClock.startingNow())) {
            assertThat(ask(server, "")).contains("\"Hello there.\"");
        }
    }

    @Test
    void aRequestsOwnWishForContentWinsOverTheServersText() throws IOException {
        Content fixed = new Content.Fixed("Always this.");
        try (MockServer server = MockServer.start(config().withAnswers(fixed), NanoClock.startingNow())) {
            assertThat(ask(server, "")).contains("\"Always this.\"");
            assertThat(ask(server, "X-Streamux-Content: echo\r\n")).contains("\"hi\"");
        }
    }

    @Test
    void warmingUpUsesNoneOfTheFaultsThatStrikeOnlyTheFirstTimes() throws IOException {
        MockConfig once = config().withKnob(Knob.FAULT, "status; code=429; times=1");
        try (MockServer server = MockServer.start(once, NanoClock.startingNow())) {
            assertThat(ask(server, "")).contains(" 429 ");
            assertThat(ask(server, "")).contains(" 200 ");
        }
    }
}
