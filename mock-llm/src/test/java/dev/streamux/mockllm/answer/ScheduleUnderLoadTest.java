package dev.streamux.mockllm.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.content.Content;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.mockllm.knob.Knobs;
import dev.streamux.mockllm.knob.RequestKnobs;
import dev.streamux.mockllm.load.Place;
import dev.streamux.mockllm.pacing.Schedule;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.dialect.DialectEncoders;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.encode.Framing;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.protocol.chat.encode.StreamOptions;
import dev.streamux.protocol.chat.request.RequestTarget;
import dev.streamux.protocol.sse.LineEnding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleUnderLoadTest {
    private static final long MILLI = 1_000_000;
    private static final String BODY =
            "{\"model\":\"mock\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

    /** When each of four tokens is due, in ms from an arrival 7 ms after the run's start: 100 ms, then 25 ms apart. */
    private static List<Long> due(Map<Knob, String> load, Place place) throws Exception {
        DialectEncoder encoder = DialectEncoders.of(Dialect.OPENAI_CHAT);
        Knobs knobs = Knobs.of(load, "test").with(Knob.TOKENS, "4", "test");
        AnswerMaker.Incoming incoming = new AnswerMaker.Incoming(
                7 * MILLI,
                Optional.of("one"),
                encoder.read(RequestTarget.PLAIN, BODY.getBytes(StandardCharsets.UTF_8)),
                encoder);
        Answer answer = new AnswerMaker(Knobs.NONE, 1, Content.MIXED)
                .make(incoming, new RequestKnobs(knobs, List.of()))
                .at(place);
        StreamEncoder events = encoder.stream(
                answer.words(), new StreamOptions(new Framing.Sse(LineEnding.LF), List.of(1), false, false, false));
        Schedule schedule = ScheduleMaker.make(events, answer).schedule();
        List<Long> due = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.tokens(i) > 0) {
                due.add(schedule.due(i) / MILLI);
            }
        }
        return due;
    }

    @Test
    void withoutLoadNothingChanges() throws Exception {
        assertThat(due(Map.of(), Place.ALONE)).containsExactly(100L, 125L, 150L, 175L);
    }

    @Test
    void theWaitIsPartOfTheTimeToTheFirstToken() throws Exception {
        assertThat(due(Map.of(), new Place(40 * MILLI, 1))).containsExactly(140L, 165L, 190L, 215L);
    }

    @Test
    void withStepsEveryTokenLeavesAtTheEndOfOne() throws Exception {
        // On the run's clock the first is ready at 107; steps of 20 end at 120, 140, 160, 180. Minus the arrival at 7.
        assertThat(due(Map.of(Knob.STEP_MS, "20"), Place.ALONE)).containsExactly(113L, 133L, 153L, 173L);
    }

    @Test
    void whatALoadFactorDoesIsNotPlanned() throws Exception {
        assertThat(due(Map.of(Knob.STEP_MS, "20", Knob.LOAD_FACTOR, "0.5"), new Place(0, 5)))
                .containsExactly(100L, 120L, 140L, 160L);
    }
}
