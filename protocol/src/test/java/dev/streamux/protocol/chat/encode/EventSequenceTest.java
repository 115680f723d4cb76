package dev.streamux.protocol.chat.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.TextPieces;
import dev.streamux.protocol.sse.LineEnding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSequenceTest {

    private static final AnswerIdentity IDENTITY = AnswerIdentity.of("r1", "m", 0, 1);
    private static final StreamOptions PLAIN = StreamOptions.VENDOR;
    private static final TextPieces FIVE = TextPieces.of(List.of("a", "bb", "c", "d", "e"));

    @Test
    void eventsAreInOrderWithTheirTokensAndCharacters() {
        StreamEncoder stream = stream(PLAIN);
        assertThat(stream.size()).isEqualTo(7);
        assertThat(stream.kind(0)).isEqualTo(EventKind.PREAMBLE);
        assertThat(stream.kind(1)).isEqualTo(EventKind.TEXT);
        assertThat(stream.kind(6)).isEqualTo(EventKind.TERMINAL);
        assertThat(stream.tokens(0)).isZero();
        assertThat(stream.tokens(2)).isEqualTo(1);
        assertThat(stream.characters(2)).isEqualTo(2);
    }

    @Test
    void aPatternOfTokensPerEventRepeats() {
        // 2 + 1 + 2 = 5 pieces: "abb", "c", "de"
        StreamEncoder stream = stream(PLAIN.withTokensPerEvent(List.of(2, 1)));
        assertThat(texts(stream)).containsExactly("{\"t\":\"abb\"}", "{\"t\":\"c\"}", "{\"t\":\"de\"}");
        assertThat(stream.tokens(1)).isEqualTo(2);
        assertThat(stream.characters(1)).isEqualTo(3);
    }

    @Test
    void theLastEventOfAPatternTakesWhatIsLeft() {
        assertThat(texts(stream(PLAIN.withTokensPerEvent(List.of(3)))))
                .containsExactly("{\"t\":\"abbc\"}", "{\"t\":\"de\"}");
        assertThat(texts(stream(PLAIN.withTokensPerEvent(List.of(99))))).containsExactly("{\"t\":\"abbcde\"}");
    }

    @Test
    void aMarkHasRoomForTheTimeAndIsStillJson() {
        EventBuffer out = new EventBuffer();
        stream(PLAIN.withMarks(true)).write(3, out);
        assertThat(out.hasMark()).isTrue();
        out.stamp(1_234_567);
        assertThat(out)
                .hasToString(
                        "data: {\"t\":\"c\",\"streamux\":{\"id\":\"r1\",\"event\":3,\"nanos\":            1234567}}\n\n");
        out.stamp(Long.MAX_VALUE);
        assertThat(out.toString()).contains("\"nanos\":9223372036854775807}");
    }

    @Test
    void withoutMarksTheFirstEventAloneCarriesTheId() {
        EventBuffer out = new EventBuffer();
        stream(PLAIN).write(0, out);
        stream(PLAIN).write(1, out);
        assertThat(out.hasMark()).isFalse();
        assertThat(out)
                .hasToString("event: open\ndata: {\"n\":0,\"streamux\":{\"id\":\"r1\"}}\n\ndata: {\"t\":\"a\"}\n\n");
    }

    @Test
    void anArrayIsOneJsonTextOverTheWholeStream() {
        StreamEncoder stream = stream(PLAIN.withFraming(Framing.ARRAY).withTokensPerEvent(List.of(9)));
        EventBuffer out = new EventBuffer();
        stream.write(0, out);
        stream.write(1, out);
        assertThat(out).hasToString("[{\"n\":0,\"streamux\":{\"id\":\"r1\"}},\r\n{\"t\":\"abbcde\"}");
    }

    @Test
    void aFrameIsTheJsonAlone() {
        EventBuffer out = new EventBuffer();
        stream(PLAIN.withFraming(Framing.FRAME)).write(1, out);
        assertThat(out).hasToString("{\"t\":\"a\"}");
    }

    @Test
    void lineEndingsReachEveryEvent() {
        EventBuffer out = new EventBuffer();
        StreamEncoder stream = stream(PLAIN.withFraming(new Framing.Sse(LineEnding.CRLF)));
        stream.write(1, out);
        stream.writePing(out);
        assertThat(out).hasToString("data: {\"t\":\"a\"}\r\n\r\n: keep-alive\r\n\r\n");
    }

    @Test
    void anIndexOutsideIsRefused() {
        assertThatThrownBy(() -> stream(PLAIN).kind(7)).hasMessage("index is 7; it must be in [0, 7)");
        assertThatThrownBy(() -> stream(PLAIN).kind(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static StreamEncoder stream(StreamOptions options) {
        return new EventSequence.Builder(IDENTITY, options, error -> EventText.of("{}"))
                .event(EventKind.PREAMBLE, EventText.named("open", "{\"n\":" + EventTemplate.INDEX + '}'))
                .deltas(EventKind.REASONING, EventText.of("unused"), TextPieces.EMPTY)
                .deltas(EventKind.TEXT, EventText.of("{\"t\":\"" + EventTemplate.PIECE + "\"}"), FIVE)
                .event(EventKind.TERMINAL, EventText.of("[DONE]"))
                .build();
    }

    private static List<String> texts(StreamEncoder stream) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < stream.size(); i++) {
            if (stream.kind(i) == EventKind.TEXT) {
                EventBuffer out = new EventBuffer();
                stream.write(i, out);
                texts.add(out.toString().replace("data: ", "").strip());
            }
        }
        return texts;
    }
}
