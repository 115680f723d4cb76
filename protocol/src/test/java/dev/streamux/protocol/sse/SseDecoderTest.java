package dev.streamux.protocol.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SseDecoderTest {

    /** Streams, most of them the HTML standard's own examples, with what they dispatch: type|data|lastEventId. */
    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of(
                        "three messages",
                        "data: This is the first message.\n\ndata: This is the second message, it\ndata: has two lines.\n\ndata: This is the third message.\n\n",
                        List.of(
                                "message|This is the first message.|",
                                "message|This is the second message, it\nhas two lines.|",
                                "message|This is the third message.|")),
                Arguments.of(
                        "named events",
                        "event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\nevent: add\ndata: 113411\n\n",
                        List.of("add|73857293|", "remove|2153|", "add|113411|")),
                Arguments.of("stock ticker", "data: YHOO\ndata: +2\ndata: 10\n\n", List.of("message|YHOO\n+2\n10|")),
                Arguments.of(
                        "comment, id, id reset, blank kept",
                        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
                        List.of("message|first event|1", "message|second event|", "message| third event|")),
                Arguments.of(
                        "empty data, and the last block is not closed",
                        "data\n\ndata\ndata\n\ndata:",
                        List.of("message||", "message|\n|")),
                Arguments.of(
                        "one blank is removed",
                        "data:test\n\ndata: test\n\n",
                        List.of("message|test|", "message|test|")),
                Arguments.of("id persists", "id: 7\ndata: a\n\ndata: b\n\n", List.of("message|a|7", "message|b|7")),
                Arguments.of("id without data counts", "id: 7\n\ndata: b\n\n", List.of("message|b|7")),
                Arguments.of(
                        "id with NUL is ignored",
                        "id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n",
                        List.of("message|a|1", "message|b|1")),
                Arguments.of("type without data is dropped", "event: x\n\ndata: a\n\n", List.of("message|a|")),
                Arguments.of("empty type is message", "event: x\nevent:\ndata: a\n\n", List.of("message|a|")),
                Arguments.of("unknown fields", "foo: bar\nDATA: no\n data: no\ndata: a\n\n", List.of("message|a|")),
                Arguments.of("colons in the value", "data: a: b:c\n\n", List.of("message|a: b:c|")),
                Arguments.of("text beyond ASCII", "data: naïve 文字 😀\n\n", List.of("message|naïve 文字 😀|")),
                Arguments.of(
                        "byte order mark once",
                        "\uFEFFdata: a\n\n\uFEFFdata: b\n\ndata: \uFEFFc\n\n",
                        List.of("message|a|", "message|\uFEFFc|")),
                Arguments.of("comments between data", "data: a\n: ping\ndata: b\n\n", List.of("message|a\nb|")),
                Arguments.of("nothing", "", List.of()),
                Arguments.of("blank lines only", "\n\n\n", List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streams")
    void everyLineEndGivesTheSameEvents(String name, String stream, List<String> expected) {
        for (String end : List.of("\n", "\r", "\r\n")) {
            byte[] bytes = utf8(stream.replace("\n", end));
            assertThat(decode(bytes)).as("%s with %s", name, escaped(end)).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streams")
    void aCutAtAnyByteChangesNothing(String name, String stream, List<String> expected) {
        for (String end : List.of("\n", "\r", "\r\n")) {
            byte[] bytes = utf8(stream.replace("\n", end));
            for (int cut = 0; cut <= bytes.length; cut++) {
                assertThat(decode(Arrays.copyOfRange(bytes, 0, cut), Arrays.copyOfRange(bytes, cut, bytes.length)))
                        .as("%s with %s cut at %d", name, escaped(end), cut)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streams")
    void oneByteAtATimeChangesNothing(String name, String stream, List<String> expected) {
        for (String end : List.of("\n", "\r", "\r\n")) {
            byte[] bytes = utf8(stream.replace("\n", end));
            byte[][] single = new byte[bytes.length][];
            for (int i = 0; i < bytes.length; i++) {
                single[i] = new byte[] {bytes[i]};
            }
            assertThat(decode(single)).as("%s with %s", name, escaped(end)).isEqualTo(expected);
        }
    }

    @Test
    void lineEndsMayBeMixed() {
        assertThat(decode(utf8("data: a\r\ndata: b\rdata: c\n\r\ndata: d\n\n")))
                .containsExactly("message|a\nb\nc|", "message|d|");
    }

    @Test
    void anEventIsReportedAtItsLastByteEvenIfThatIsALoneCarriageReturn() {
        List<String> events = new ArrayList<>();
        SseDecoder decoder = new SseDecoder(event -> events.add(event.data()));
        decoder.feed(utf8("data: a\r\r"));
        assertThat(events).containsExactly("a");
        decoder.feed(utf8("\ndata: b\r\n\r\n"));
        assertThat(events).containsExactly("a", "b");
    }

    @Test
    void wireBytesAddUpToTheStream() {
        List<Integer> sizes = new ArrayList<>();
        SseDecoder decoder = new SseDecoder(event -> sizes.add(event.wireBytes()));
        decoder.feed(utf8("data: é\n\nevent: x\r\ndata: y\r\n\r\n"));
        // "data: é" is 8 bytes, its line feed and the blank line 2; "event: x" 8 + 2, "data: y" 7 + 2, blank line 2
        assertThat(sizes).containsExactly(10, 21);
        assertThat(decoder.pendingBytes()).isZero();
    }

    @Test
    void malformedUtf8BecomesTheReplacementCharacter() {
        byte[] bytes = {'d', 'a', 't', 'a', ':', (byte) 0xC3, 'x', (byte) 0xFF, (byte) 0xE2, (byte) 0x82, '\n', '\n'};
        assertThat(decode(bytes)).containsExactly("message|\uFFFDx\uFFFD\uFFFD|");
    }

    @Test
    void aMarkThatIsOnlyBegunIsText() {
        // EF BB without BF: the field's name is not "data", so nothing is dispatched.
        byte[] begun = {(byte) 0xEF, (byte) 0xBB, 'd', 'a', 't', 'a', ':', 'a', '\n', '\n'};
        assertThat(decode(begun)).isEmpty();
        byte[] cut = {(byte) 0xEF};
        assertThat(decode(cut, utf8("data: a\n\ndata: b\n\n"))).containsExactly("message|b|");
    }

    @Test
    void retryTakesDigitsOnlyAndGoesToTheNextEvent() {
        List<OptionalLong> retries = new ArrayList<>();
        SseDecoder decoder = new SseDecoder(event -> retries.add(event.retryMillis()));
        decoder.feed(
                utf8(
                        "retry: 3000\ndata: a\n\ndata: b\n\nretry: 12\n\ndata: c\n\nretry: 1s\ndata: d\n\nretry: -1\ndata: e\n\nretry\ndata: f\n\nretry: 99999999999999999999\ndata: g\n\n"));
        assertThat(retries)
                .containsExactly(
                        OptionalLong.of(3000),
                        OptionalLong.empty(),
                        OptionalLong.of(12),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty());
    }

    @Test
    void commentsAreReported() {
        List<String> comments = new ArrayList<>();
        SseDecoder decoder = new SseDecoder(new SseListener() {
            @Override
            public void onEvent(SseEvent event) {}

            @Override
            public void onComment(String comment) {
                comments.add(comment);
            }
        });
        decoder.feed(utf8(": ping\n:\ndata: x\n"));
        assertThat(comments).containsExactly(" ping", "");
    }

    @Test
    void theLimitItselfIsAcceptedAndOneByteMoreIsNot() {
        byte[] event = utf8("data: 1234\n\n");
        List<String> events = new ArrayList<>();
        new SseDecoder(e -> events.add(e.data()), event.length).feed(event);
        assertThat(events).containsExactly("1234");
        SseDecoder strict = new SseDecoder(e -> {}, event.length - 1);
        assertThatThrownBy(() -> strict.feed(event)).isInstanceOf(EventTooLargeException.class);
        SseDecoder endless = new SseDecoder(e -> {}, 1000);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 2000; i++) {
                        endless.feed(utf8("x"));
                    }
                })
                .isInstanceOf(EventTooLargeException.class)
                .hasMessageContaining("1000 bytes");
    }

    @Test
    void randomStreamsCutAtRandomAgreeWithTheWhole() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String alphabet = "data:evntidr\n\r \uFEFFé0:";
            StringBuilder stream = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                stream.append(
                        random.nextInt(4) == 0
                                ? "data: x\n"
                                : String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))));
            }
            byte[] bytes = utf8(stream.toString());
            List<byte[]> pieces = new ArrayList<>();
            int from = 0;
            while (from < bytes.length) {
                int to = Math.min(bytes.length, from + 1 + random.nextInt(7));
                pieces.add(Arrays.copyOfRange(bytes, from, to));
                from = to;
            }
            assertThat(decode(pieces.toArray(byte[][]::new)))
                    .as("seed %d", seed)
                    .isEqualTo(decode(bytes));
        }
    }

    @Test
    @Tag("timing")
    void aGiantLineInSmallPiecesTakesLinearTime() {
        // 8 MiB in pieces of 16 bytes: quadratic work would be 2^42 byte copies, an hour and more.
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            List<Integer> lengths = new ArrayList<>();
            SseDecoder decoder =
                    new SseDecoder(event -> lengths.add(event.data().length()));
            byte[] piece = utf8("0123456789abcdef");
            decoder.feed(utf8("data: "));
            for (int i = 0; i < 512 * 1024; i++) {
                decoder.feed(piece);
            }
            decoder.feed(utf8("\n\n"));
            assertThat(lengths).containsExactly(8 * 1024 * 1024);
        });
    }

    private static List<String> decode(byte[]... pieces) {
        List<String> events = new ArrayList<>();
        SseDecoder decoder =
                new SseDecoder(event -> events.add(event.type() + "|" + event.data() + "|" + event.lastEventId()));
        for (byte[] piece : pieces) {
            decoder.feed(piece);
        }
        return events;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String end) {
        return end.replace("\r", "CR").replace("\n", "LF");
    }
}
