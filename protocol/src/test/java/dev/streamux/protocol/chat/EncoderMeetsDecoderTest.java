package dev.streamux.protocol.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.decode.JsonElements;
import dev.streamux.protocol.chat.decode.Signal;
import dev.streamux.protocol.chat.decode.StreamDecoder;
import dev.streamux.protocol.chat.dialect.DialectEncoders;
import dev.streamux.protocol.chat.dialect.Scripts;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.protocol.chat.encode.Framing;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.protocol.chat.encode.StreamOptions;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.WireError;
import dev.streamux.protocol.sse.LineEnding;
import dev.streamux.protocol.sse.SseDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What one side writes, the other reads; each was tested on bytes of its own before. */
class EncoderMeetsDecoderTest {

    static Stream<Arguments> streams() {
        return Stream.of(Dialect.values())
                .flatMap(dialect -> Stream.of(LineEnding.values())
                        .flatMap(ending -> Stream.of(Scripts.text(), Scripts.reasoning(), Scripts.call())
                                .map(script -> Arguments.of(dialect, ending, script))));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aStreamComesBackAsItWasWritten(Dialect dialect, LineEnding ending, AnswerScript script) {
        StreamOptions options = StreamOptions.VENDOR
                .withFraming(new Framing.Sse(ending))
                .withIncludeUsage(true)
                .withMarks(true);
        List<Signal> signals = decoded(dialect, stream(dialect, script, options));
        check(dialect, script, signals);
        assertThat(signals)
                .filteredOn(Signal.Marked.class::isInstance)
                .extracting(signal -> ((Signal.Marked) signal).requestId())
                .isNotEmpty()
                .containsOnly("a1-000017");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aBodyComesBackAsItWasWritten(Dialect dialect) {
        for (AnswerScript script : List.of(Scripts.text(), Scripts.reasoning(), Scripts.call())) {
            String body = new String(DialectEncoders.of(dialect).body(script), StandardCharsets.UTF_8);
            check(dialect, script, StreamDecoder.of(dialect).decodeBody(body));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anErrorInsideAStreamIsAFailure(Dialect dialect) {
        StreamEncoder encoder = DialectEncoders.of(dialect).stream(Scripts.text(), StreamOptions.VENDOR);
        EventBuffer out = new EventBuffer();
        encoder.write(0, out);
        encoder.writeError(1, WireError.of(ErrorKind.OVERLOADED, "Overloaded"), out);
        List<Signal> signals = decoded(dialect, out.toByteArray());
        assertThat(signals)
                .filteredOn(Signal.Failed.class::isInstance)
                .singleElement()
                .asString()
                .contains("Overloaded");
        assertThat(signals).noneMatch(Signal.Ended.class::isInstance);
    }

    @Test
    void anArrayComesBackElementByElement() {
        byte[] bytes = stream(Dialect.GEMINI, Scripts.text(), StreamOptions.VENDOR.withFraming(Framing.ARRAY));
        List<Signal> signals = new ArrayList<>();
        StreamDecoder decoder = StreamDecoder.of(Dialect.GEMINI);
        JsonElements elements =
                new JsonElements(1 << 20, (json, size) -> signals.addAll(decoder.decode("message", json)));
        elements.feed(bytes, 0, bytes.length);
        assertThat(text(signals, Signal.TextDelta.class, Signal.TextDelta::text))
                .isEqualTo(Scripts.text().text().text());
    }

    @Test
    void keepAlivesMeanNothing() {
        for (Dialect dialect : Dialect.values()) {
            EventBuffer out = new EventBuffer();
            DialectEncoders.of(dialect).stream(Scripts.text(), StreamOptions.VENDOR)
                    .writePing(out);
            assertThat(decoded(dialect, out.toByteArray())).as(dialect.word()).isEmpty();
        }
    }

    private static void check(Dialect dialect, AnswerScript script, List<Signal> signals) {
        assertThat(text(signals, Signal.TextDelta.class, Signal.TextDelta::text))
                .isEqualTo(script.text().text());
        assertThat(text(signals, Signal.ReasoningDelta.class, Signal.ReasoningDelta::text))
                .isEqualTo(script.reasoning().text());
        String arguments = script.toolCalls().isEmpty()
                ? ""
                : script.toolCalls().get(0).arguments().text();
        assertThat(text(signals, Signal.ToolCallDelta.class, Signal.ToolCallDelta::arguments))
                .as(dialect.word())
                .isEqualTo(arguments);
        assertThat(signals).anyMatch(Signal.Ended.class::isInstance).noneMatch(Signal.Failed.class::isInstance);
        Signal.TokenCounts counts = signals.stream()
                .filter(Signal.TokenCounts.class::isInstance)
                .map(Signal.TokenCounts.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(counts.outputTokens())
                .as(dialect.word())
                .isEqualTo(script.usage().output());
    }

    private static <S extends Signal> String text(List<Signal> signals, Class<S> type, Function<S, String> part) {
        return signals.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .map(part)
                .collect(Collectors.joining());
    }

    private static byte[] stream(Dialect dialect, AnswerScript script, StreamOptions options) {
        StreamEncoder encoder = DialectEncoders.of(dialect).stream(script, options);
        EventBuffer out = new EventBuffer();
        for (int i = 0; i < encoder.size(); i++) {
            encoder.write(i, out);
            out.stamp(i);
        }
        return out.toByteArray();
    }

    private static List<Signal> decoded(Dialect dialect, byte[] bytes) {
        List<Signal> signals = new ArrayList<>();
        StreamDecoder decoder = StreamDecoder.of(dialect);
        new SseDecoder(event -> signals.addAll(decoder.decode(event.type(), event.data()))).feed(bytes);
        if (decoder.completeAtCleanEnd()) {
            signals.add(new Signal.Ended());
        }
        return signals;
    }
}
