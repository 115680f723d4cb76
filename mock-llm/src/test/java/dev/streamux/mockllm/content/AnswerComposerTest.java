package dev.streamux.mockllm.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.FinishReason;
import dev.streamux.protocol.chat.dialect.DialectEncoders;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.RequestTarget;
import dev.streamux.trace.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerComposerTest {

    private static final AnswerComposer COMPOSER = new AnswerComposer();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40, 1_000, 100_000})
    void exactlyTheOrderedTokensComeAndAreCounted(int tokens) throws RefusedRequestException {
        AnswerScript script = COMPOSER.compose(request(""), AnswerOrder.of("r", 7, tokens, 0));
        assertThat(script.text().size()).isEqualTo(tokens);
        assertThat(script.usage().output()).isEqualTo(tokens);
        assertThat(script.finish()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void oneSeedIsOneTextAndAShortAnswerBeginsTheLongOne() throws RefusedRequestException {
        String whole = text(7, 400);
        assertThat(text(7, 400)).isEqualTo(whole);
        assertThat(whole).startsWith(text(7, 40));
    }

    @Test
    void otherSeedsAreOtherTexts() throws RefusedRequestException {
        Set<String> texts = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            texts.add(text(seed, 20));
        }
        // the first sentence has 24 * 40 * 30 * 30 = 864,000 forms; 200 draws meet once in about 43 sets
        assertThat(texts).hasSizeGreaterThanOrEqualTo(199);
    }

    @ParameterizedTest
    @EnumSource(Genre.class)
    void everyGenreHasTextThatIsWholeCharacters(Genre genre) throws RefusedRequestException {
        AnswerOrder order = new AnswerOrder("r", 3, new Content.Own(genre), OptionalInt.of(3_000), 200, 0, 0, 0);
        String text = COMPOSER.compose(request(""), order).text().text();
        assertThat(text).doesNotContain("\uFFFD").doesNotContain("=====");
        assertThat(text.contains("```")).isEqualTo(genre == Genre.MARKDOWN || genre == Genre.MIXED);
        assertThat(text.codePoints().anyMatch(c -> c > 0x3000)).isEqualTo(genre == Genre.WORLD);
    }

    @Test
    void aLimitBelowTheOrderCutsTheAnswer() throws RefusedRequestException {
        AnswerScript script = COMPOSER.compose(request(",\"max_tokens\":10"), AnswerOrder.of("r", 7, 40, 0));
        assertThat(script.text().size()).isEqualTo(10);
        assertThat(script.finish()).isEqualTo(FinishReason.LENGTH);
        AnswerScript exact = COMPOSER.compose(request(",\"max_tokens\":40"), AnswerOrder.of("r", 7, 40, 0));
        assertThat(exact.finish()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void aStopSequenceEndsTheTextBeforeIt() throws RefusedRequestException {
        Content fixed = new Content.Fixed("one two three four");
        AnswerOrder order = new AnswerOrder("r", 7, fixed, OptionalInt.empty(), 200, 0, 0, 0);
        AnswerScript script = COMPOSER.compose(request(",\"stop\":[\"four\",\"hre\"]"), order);
        // "hre" begins inside " three"
        assertThat(script.text().text()).isEqualTo("one two t");
        assertThat(script.text().size()).isEqualTo(3);
        assertThat(script.finish()).isEqualTo(FinishReason.STOP_SEQUENCE);
        assertThat(script.identity().stopSequence()).hasValue("hre");
    }

    @Test
    void echoSaysWhatThePersonSaid() throws RefusedRequestException {
        AnswerOrder order = new AnswerOrder("r", 7, Content.ECHO, OptionalInt.empty(), 200, 0, 0, 0);
        assertThat(COMPOSER.compose(request(""), order).text().text()).isEqualTo("What is the weather?");
        AnswerOrder longer = new AnswerOrder("r", 7, Content.ECHO, OptionalInt.of(12), 200, 0, 0, 0);
        assertThat(COMPOSER.compose(request(""), longer).text().size()).isEqualTo(12);
    }

    @Test
    void theFirstRuleThatFitsAnswers() throws RefusedRequestException {
        AnswerRules rules = AnswerRules.parse("""
                [{"when":"news","text":"None."},{"when":"WEATHER","text":"Rain.","reasoning":"Look up."},{"text":"Yes."}]""");
        AnswerOrder order = new AnswerOrder("r", 7, new Content.Scripted(rules), OptionalInt.empty(), 200, 0, 0, 0);
        AnswerScript script = COMPOSER.compose(request(""), order);
        assertThat(script.text().text()).isEqualTo("Rain.");
        assertThat(script.reasoning().text()).isEqualTo("Look up.");
        assertThat(script.usage().output())
                .isEqualTo(script.text().size() + script.reasoning().size());
    }

    @Test
    void reasoningIsAnotherTextAndIsCounted() throws RefusedRequestException {
        AnswerOrder order = new AnswerOrder("r", 7, Content.MIXED, OptionalInt.of(20), 200, 30, 0.5, 0);
        AnswerScript script = COMPOSER.compose(request(""), order);
        assertThat(script.reasoning().size()).isEqualTo(30);
        assertThat(script.text().size()).isEqualTo(20);
        assertThat(script.reasoning().text()).doesNotStartWith(script.text().text());
        assertThat(script.usage().output()).isEqualTo(50);
        assertThat(script.usage().reasoning()).isEqualTo(30);
        assertThat(script.usage().cachedInput()).isEqualTo(script.usage().input() / 2);
    }

    @Test
    void aRequestWithToolsGetsOneCallOfTheFirst() throws RefusedRequestException {
        String tools = """
                ,"tools":[{"type":"function","function":{"name":"weather","parameters":{"type":"object",
                  "properties":{"city":{"type":"string"}},"required":["city"]}}},
                 {"type":"function","function":{"name":"other"}}]""";
        AnswerScript script = COMPOSER.compose(request(tools), AnswerOrder.of("r", 7, 40, 0));
        assertThat(script.text().isEmpty()).isTrue();
        assertThat(script.toolCalls()).hasSize(1);
        assertThat(script.toolCalls().get(0).name()).isEqualTo("weather");
        assertThat(script.toolCalls().get(0).arguments().text()).matches("\\{\"city\":\"[^\"]+\"}");
        assertThat(script.finish()).isEqualTo(FinishReason.TOOL_CALLS);
        assertThat(script.usage().output())
                .isEqualTo(script.toolCalls().get(0).arguments().size());
    }

    @Test
    void aToolThatMustNotBeCalledIsNot() throws RefusedRequestException {
        String tools = ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"t\"}}],\"tool_choice\":\"none\"";
        assertThat(COMPOSER.compose(request(tools), AnswerOrder.of("r", 7, 4, 0))
                        .toolCalls())
                .isEmpty();
    }

    @Test
    void aMistakeInAWordOrRuleSaysWhatIsAllowed() {
        assertThatThrownBy(() -> Content.parse("poems"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("content is \"poems\"; it must be one of prose, markdown, world, mixed, echo");
        assertThatThrownBy(() -> AnswerRules.parse("[{\"when\":\"x\"}]")).hasMessageContaining("answers[0].text");
        assertThatThrownBy(() -> AnswerRules.parse("{")).isInstanceOf(InvalidInputException.class);
        assertThat(List.of(Content.parse("Echo"), Content.parse("mixed"))).containsExactly(Content.ECHO, Content.MIXED);
    }

    private static String text(long seed, int tokens) throws RefusedRequestException {
        return COMPOSER.compose(request(""), AnswerOrder.of("r", seed, tokens, 0))
                .text()
                .text();
    }

    private static ChatRequest request(String more) throws RefusedRequestException {
        String body = "{\"model\":\"mock\",\"messages\":[{\"role\":\"user\",\"content\":\"What is the weather?\"}]"
                + more + "}";
        return DialectEncoders.of(Dialect.OPENAI_CHAT).read(RequestTarget.PLAIN, body.getBytes(StandardCharsets.UTF_8));
    }
}
