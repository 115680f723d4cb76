package dev.streamux.protocol.chat.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.Framing;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.protocol.chat.encode.StreamOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every dialect and every answer. */
class DialectLawTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> dialectsAndAnswers() {
        return Stream.of(Dialect.values())
                .flatMap(dialect -> Stream.of(Scripts.text(), Scripts.reasoning(), Scripts.call())
                        .flatMap(script -> Stream.of(List.of(1), List.of(2), List.of(1, 3))
                                .map(pattern -> Arguments.of(dialect, script, pattern))));
    }

    @ParameterizedTest
    @MethodSource("dialectsAndAnswers")
    void tokensAndCharactersAddUp(Dialect dialect, AnswerScript script, List<Integer> pattern) {
        StreamEncoder stream = stream(dialect, script, StreamOptions.VENDOR.withTokensPerEvent(pattern));
        int tokens = 0;
        int characters = 0;
        for (int i = 0; i < stream.size(); i++) {
            tokens += stream.tokens(i);
            characters += stream.characters(i);
        }
        assertThat(tokens).isEqualTo(script.usage().output());
        assertThat(characters).isEqualTo(script.text().characters());
    }

    @ParameterizedTest
    @MethodSource("dialectsAndAnswers")
    void thereIsOneTerminalEventAndItIsTheLast(Dialect dialect, AnswerScript script, List<Integer> pattern) {
        StreamEncoder stream = stream(dialect, script, StreamOptions.VENDOR.withTokensPerEvent(pattern));
        List<EventKind> kinds = new ArrayList<>();
        for (int i = 0; i < stream.size(); i++) {
            kinds.add(stream.kind(i));
        }
        assertThat(kinds).containsOnlyOnce(EventKind.TERMINAL).endsWith(EventKind.TERMINAL);
    }

    @ParameterizedTest
    @MethodSource("dialectsAndAnswers")
    void everyObjectWithAMarkIsJsonThatNamesItsPlace(Dialect dialect, AnswerScript script, List<Integer> pattern)
            throws JsonProcessingException {
        StreamOptions options = StreamOptions.VENDOR
                .withTokensPerEvent(pattern)
                .withFraming(Framing.FRAME)
                .withMarks(true);
        StreamEncoder stream = stream(dialect, script, options);
        for (int i = 0; i < stream.size(); i++) {
            EventBuffer out = new EventBuffer();
            stream.write(i, out);
            out.stamp(1_000_000_007L * (i + 1));
            if (out.toString().equals("[DONE]")) {
                continue;
            }
            assertThat(JSON.readTree(out.toString()).at("/streamux"))
                    .as("event %d of %s", i, dialect)
                    .isEqualTo(JSON.readTree(
                            "{\"id\":\"a1-000017\",\"event\":" + i + ",\"nanos\":" + 1_000_000_007L * (i + 1) + "}"));
        }
    }

    @ParameterizedTest
    @MethodSource("dialectsAndAnswers")
    void theSameAnswerIsTheSameBytes(Dialect dialect, AnswerScript script, List<Integer> pattern) {
        StreamOptions options = StreamOptions.VENDOR.withTokensPerEvent(pattern);
        StreamEncoder first = stream(dialect, script, options);
        StreamEncoder second = stream(dialect, script, options);
        // written backwards: no event depends on another having been written
        for (int i = first.size() - 1; i >= 0; i--) {
            EventBuffer one = new EventBuffer();
            EventBuffer other = new EventBuffer();
            first.write(i, one);
            second.write(i, other);
            assertThat(one.toString()).isEqualTo(other.toString());
        }
    }

    private static StreamEncoder stream(Dialect dialect, AnswerScript script, StreamOptions options) {
        return DialectEncoders.of(dialect).stream(script, options);
    }
}
