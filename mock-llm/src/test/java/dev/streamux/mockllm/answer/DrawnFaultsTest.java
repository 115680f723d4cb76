package dev.streamux.mockllm.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.content.Content;
import dev.streamux.mockllm.fault.FaultText;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.mockllm.knob.Knobs;
import dev.streamux.mockllm.knob.RequestKnobs;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.dialect.DialectEncoders;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.request.RequestTarget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which request a drawn fault strikes depends on the request, not on who else asks. */
class DrawnFaultsTest {
    private static final Knobs SERVER =
            Knobs.of(Map.of(Knob.FAULT, "reset; after=10..50; chance=20%", Knob.TOKENS, "1"), "test");
    private static final int REQUESTS = 300;
    private static final List<Integer> IN_TURN =
            IntStream.range(0, REQUESTS).boxed().toList();

    private final DialectEncoder encoder = DialectEncoders.of(Dialect.OPENAI_CHAT);

    /** A request as it comes in: its prompt, and its id and seed if it has them. */
    private record Asked(String prompt, Optional<String> id, Optional<String> seed) {
        Knobs knobs() {
            return seed.map(value -> Knobs.NONE.with(Knob.SEED, value, "test")).orElse(Knobs.NONE);
        }
    }

    private String fate(AnswerMaker maker, Asked asked) {
        String body = "{\"model\":\"mock\",\"messages\":[{\"role\":\"user\",\"content\":\"" + asked.prompt() + "\"}]}";
        try {
            return maker
                    .make(
                            new AnswerMaker.Incoming(
                                    0,
                                    asked.id(),
                                    encoder.read(RequestTarget.PLAIN, body.getBytes(StandardCharsets.UTF_8)),
                                    encoder),
                            new RequestKnobs(asked.knobs(), List.of()))
                    .faults()
                    .stream()
                    .map(FaultText::render)
                    .collect(Collectors.joining());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static AnswerMaker maker(long runSeed) {
        return new AnswerMaker(SERVER, runSeed, Content.MIXED);
    }

    private static List<Integer> shuffled() {
        List<Integer> order = new ArrayList<>(IN_TURN);
        Collections.shuffle(order, new Random(5));
        return order;
    }

    /** The fate of each request by its number, asked in this order. */
    private Map<Integer, String> fates(long runSeed, List<Integer> order, Function<Integer, Asked> asked) {
        AnswerMaker maker = maker(runSeed);
        Map<Integer, String> fates = new TreeMap<>();
        order.forEach(number -> fates.put(number, fate(maker, asked.apply(number))));
        return fates;
    }

    private static Asked byPrompt(int number) {
        return new Asked("question " + number, Optional.empty(), Optional.empty());
    }

    private static Asked byId(int number) {
        return new Asked("hi", Optional.of("id " + number), Optional.empty());
    }

    private static Asked bySeed(int number) {
        return new Asked("hi", Optional.empty(), Optional.of(Integer.toString(number)));
    }

    private static Asked alike(int number) {
        return new Asked("hi", Optional.empty(), Optional.empty());
    }

    private static void assertSomeAreStruck(Map<Integer, String> fates) {
        // 300 * 0.2 = 60, give or take four standard deviations of 6.9.
        assertThat(fates.values().stream().filter(fate -> !fate.isEmpty()).count())
                .isBetween(32L, 88L);
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        for (Function<Integer, Asked> kind : List.<Function<Integer, Asked>>of(
                DrawnFaultsTest::byPrompt, DrawnFaultsTest::byId, DrawnFaultsTest::bySeed)) {
            Map<Integer, String> fates = fates(1, IN_TURN, kind);
            assertSomeAreStruck(fates);
            assertThat(fates(1, shuffled(), kind)).isEqualTo(fates);
        }
    }

    @Test
    void equalRequestsShareOutTheSameFates() {
        Map<Integer, String> fates = fates(1, IN_TURN, DrawnFaultsTest::alike);
        assertSomeAreStruck(fates);
        assertThat(fates(1, IN_TURN, DrawnFaultsTest::alike)).isEqualTo(fates);
    }

    @Test
    void anotherRunSeedStrikesOthers() {
        assertThat(fates(2, IN_TURN, DrawnFaultsTest::byId)).isNotEqualTo(fates(1, IN_TURN, DrawnFaultsTest::byId));
    }

    @Test
    void aSeedOfItsOwnDecidesWhateverTheIdAndTheRun() {
        Map<Integer, String> fates = fates(1, IN_TURN, DrawnFaultsTest::bySeed);
        assertThat(fates(
                        2,
                        IN_TURN,
                        number -> new Asked(
                                "hi",
                                Optional.of("arm b " + number),
                                bySeed(number).seed())))
                .isEqualTo(fates);
    }

    @Test
    void aRetryUnderTheSameIdIsDrawnAnew() {
        AnswerMaker maker = maker(1);
        List<String> attempts =
                IntStream.range(0, REQUESTS).mapToObj(i -> fate(maker, byId(7))).toList();
        assertThat(attempts.stream().filter(fate -> !fate.isEmpty()).count()).isBetween(32L, 88L);
    }
}
