package dev.streamux.simulations.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryRulesTest {
    private static final long MS = Passage.MS;
    private static final int RUNS = 200;

    /** At least 95 of 100 seeded passages get this title. */
    private static void isNamed(String title, Function<Passage, Passage> path) {
        List<String> others = new ArrayList<>();
        for (int seed = 0; seed < RUNS; seed++) {
            Finding finding =
                    path.apply(new Passage(new SplittableRandom(seed))).judged();
            if (!finding.title().matches(title)) {
                others.add("seed " + seed + ": " + finding);
            }
        }
        assertThat(others).as("not named %s", title).hasSizeLessThanOrEqualTo(RUNS / 20);
    }

    @Test
    void anUntouchedStreamIsNeverAccused() {
        for (int seed = 0; seed < RUNS; seed++) {
            assertThat(new Passage(new SplittableRandom(seed)).judged().kind())
                    .as("seed %d", seed)
                    .isEqualTo(Kind.STREAMED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048, 4096, 8192, 16384, 32768})
    void aSizeBufferIsNamedWithItsSize(int bytes) {
        isNamed("size buffer of " + bytes + " B", passage -> passage.blocks(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {5000, 12000})
    void aSizeThatIsNoPowerOfTwoIsNamedNearIt(int bytes) {
        Finding finding = new Passage(new SplittableRandom(1)).blocks(bytes).judged();
        assertThat(finding.kind()).isEqualTo(Kind.SIZE_BUFFER);
        assertThat(finding.sizeBytes().orElse(0)).isBetween(bytes - 200, bytes + 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 250, 400, 1000, 2000})
    void aPeriodicFlushIsNamedWithItsPeriod(int millis) {
        isNamed(
                "periodic flush \\((" + (millis - 1) + "|" + millis + "|" + (millis + 1) + "|" + (millis + 2)
                        + ") ms\\)",
                passage -> passage.periodic(millis * MS));
    }

    @ParameterizedTest
    @ValueSource(ints = {70, 120, 500, 900})
    void aOneShotTimerIsNamedWithItsTime(int millis) {
        isNamed(
                "one-shot timer \\((" + millis + "|" + (millis + 1) + ") ms\\)",
                passage -> passage.oneShot(millis * MS));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 206, 212})
    void aOneShotTimerOfTwoHundredMillisecondsIsTheCork(int millis) {
        isNamed("200 ms cork timer.*", passage -> passage.oneShot(millis * MS));
    }

    @Test
    void aOneShotTimerOfFortyMillisecondsIsDelayedAcknowledgement() {
        isNamed("Nagle.*", passage -> passage.oneShot(40 * MS));
    }

    @Test
    void oneBehindIsNamed() {
        isNamed("one event behind", Passage::oneBehind);
    }

    @Test
    void aFullBufferIsNamedByLengthAndCompression() {
        Passage full = new Passage(new SplittableRandom(1)).released(at -> Long.MAX_VALUE);
        assertThat(DeliveryRules.judge(full.observation(false, false, MS), 0).kind())
                .isEqualTo(Kind.FULL_BUFFER);
        assertThat(DeliveryRules.judge(full.observation(false, true, MS), 0).kind())
                .isEqualTo(Kind.STORED_AND_REFRAMED);
        assertThat(DeliveryRules.judge(full.observation(true, false, MS), 0).kind())
                .isEqualTo(Kind.COMPRESSOR);
    }

    @Test
    void largeCompressedBlocksAreACompressorsWindow() {
        Passage window = new Passage(new SplittableRandom(1)).blocks(20_000);
        assertThat(DeliveryRules.judge(window.observation(true, false, MS), 0).kind())
                .isEqualTo(Kind.COMPRESSOR_WINDOW);
    }

    @Test
    void lateHeadersWithTokensOnTimeAreTheirOwnKind() {
        // 100 ms - 0 ms = 100 ms > 30 ms
        Finding finding =
                DeliveryRules.judge(new Passage(new SplittableRandom(1)).observation(false, false, 100 * MS), 0);
        assertThat(finding.title()).isEqualTo("headers held until the first byte (100 ms)");
    }

    @Test
    void anInitialHoldEndsWhenItsBytesAreThere() {
        // 2048 B are there with the sixth event of 400 B, at 100 ms + 5 * 1000/59 ms.
        isNamed("initial hold of 2400 B", passage -> passage.released(at -> Math.max(at, passage.emitted[5])));
    }

    @Test
    void jitterIsNoBuffer() {
        SplittableRandom random = new SplittableRandom(3);
        Finding finding = new Passage(random)
                .released(at -> at + 100 * MS + random.nextLong(4 * MS))
                .judged();
        assertThat(finding.kind()).isEqualTo(Kind.JITTER);
    }

    @Test
    void aLateRigGetsNoVerdict() {
        Passage passage = new Passage(new SplittableRandom(1)).blocks(4096);
        assertThat(DeliveryRules.judge(passage.observation(false, false, MS), 8.1)
                        .kind())
                .isEqualTo(Kind.WITHHELD);
        assertThat(DeliveryRules.judge(passage.observation(false, false, MS), 8.0)
                        .kind())
                .isEqualTo(Kind.SIZE_BUFFER);
    }

    @Test
    void attemptsAndArrivalAreAskedBeforeDelays() {
        StreamObservation stream =
                new Passage(new SplittableRandom(1)).blocks(4096).observation(false, false, MS);
        assertThat(with(stream, 0, 0).kind()).isEqualTo(Kind.REPLAY);
        assertThat(with(stream, 2, 0).kind()).isEqualTo(Kind.RETRY);
        // arrival 60 ms, sent -1 ms: 61 > 50
        assertThat(with(stream, 1, 60 * MS).kind()).isEqualTo(Kind.QUEUEING);
        assertThat(with(stream, 1, 40 * MS).kind()).isEqualTo(Kind.SIZE_BUFFER);
    }

    private static Finding with(StreamObservation stream, int attempts, long arrivalNanos) {
        StreamObservation.OriginView origin = new StreamObservation.OriginView(
                OptionalInt.of(attempts),
                OptionalLong.of(arrivalNanos),
                stream.origin().headersNanos(),
                stream.origin().emitted(),
                stream.origin().endNanos());
        return DeliveryRules.judge(
                new StreamObservation(
                        false,
                        false,
                        false,
                        stream.sentNanos(),
                        stream.headersNanos(),
                        stream.arrived(),
                        stream.endNanos(),
                        stream.outcome(),
                        origin),
                0);
    }

    @Test
    void anAnswerWithoutTextIsNotJudged() {
        StreamObservation refused = new StreamObservation(
                false,
                false,
                false,
                0,
                OptionalLong.empty(),
                Chunks.NONE,
                MS,
                Outcome.REJECTED,
                StreamObservation.OriginView.UNKNOWN);
        Finding finding = DeliveryRules.judge(refused, 0);
        assertThat(finding.kind()).isEqualTo(Kind.NO_ANSWER);
        assertThat(finding.evidence()).contains("rejected");
    }
}
