package dev.streamux.mockllm.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotsTest {
    private static final int REQUESTS = 2_000;

    /** The fault's fate in each request, whose seeds are the numbers from 0 on: empty, or its text. */
    private static List<String> fates(String fault) {
        Lots lots = new Lots();
        List<Fault> ordered = FaultText.parse(fault);
        return LongStream.range(0, REQUESTS)
                .mapToObj(seed ->
                        lots.draw(ordered, seed).stream().map(FaultText::render).reduce("", String::concat))
                .toList();
    }

    private static long struck(String fault) {
        return fates(fault).stream().filter(fate -> !fate.isEmpty()).count();
    }

    @ParameterizedTest
    @CsvSource({
        // 2000 p, give or take four standard deviations: sqrt(2000 p (1 - p)) is 9.75 for 0.05 and 22.4 for 0.5.
        "reset; chance=5%, 61, 139",
        "refuse; chance=0.5, 911, 1089",
        "reset; chance=0%, 0, 0",
        "reset; chance=100%, 2000, 2000",
        "reset, 2000, 2000"
    })
    void theShareThatIsStruckIsTheChance(String fault, long least, long most) {
        assertThat(struck(fault)).isBetween(least, most);
    }

    @Test
    void equalSeedsDrawEqually() {
        String fault = "truncate; after=10..50; chance=30%";
        assertThat(fates(fault)).isEqualTo(fates(fault));
    }

    @Test
    void everyPlaceOfARangeIsDrawnBothEndsIncluded() {
        Set<String> places = new TreeSet<>(fates("reset; after=3..6"));
        // Each of four places is missed by 2000 draws with a chance of 0.75^2000.
        assertThat(places).containsExactly("reset; after=3", "reset; after=4", "reset; after=5", "reset; after=6");
        assertThat(new TreeSet<>(fates("reset; after=7..7"))).containsExactly("reset; after=7");
    }

    @Test
    void sharesAndTimesAreDrawnBetweenTheirEnds() {
        Lots lots = new Lots();
        List<Fault> ordered = FaultText.parse("reset; after=20%..80%, reset; after=1s..3s");
        double shares = 0;
        double seconds = 0;
        for (int seed = 0; seed < REQUESTS; seed++) {
            List<Fault> drawn = lots.draw(ordered, seed);
            double share = ((After.Share) drawn.get(0).after()).share();
            double time = drawn.get(1).after().timeNanos() / 1e9;
            assertThat(share).isBetween(0.2, 0.8);
            assertThat(time).isBetween(1.0, 3.0);
            shares += share;
            seconds += time;
        }
        // Standard errors of the means: 0.6 / sqrt(12 * 2000) = 0.0039 and 2 / sqrt(12 * 2000) = 0.013; four of them.
        assertThat(shares / REQUESTS).isBetween(0.484, 0.516);
        assertThat(seconds / REQUESTS).isBetween(1.948, 2.052);
    }

    @Test
    void oneFaultMoreLeavesThoseBeforeItAsTheyWere() {
        List<String> alone = fates("reset; after=1..9; chance=50%");
        List<String> joined = fates("reset; after=1..9; chance=50%, garbage; chance=50%");
        assertThat(IntStream.range(0, REQUESTS)
                        .filter(seed -> joined.get(seed).startsWith("reset")
                                ? !joined.get(seed).startsWith(alone.get(seed))
                                : !alone.get(seed).isEmpty())
                        .count())
                .isZero();
        // Drawn apart: both in a quarter of the requests, 500 give or take four times 19.4.
        assertThat(joined.stream()
                        .filter(fate -> fate.contains("reset") && fate.contains("garbage"))
                        .count())
                .isBetween(422L, 578L);
    }

    @Test
    void timesCountsThoseThatAreDrawn() {
        assertThat(struck("status; chance=5%; times=3")).isEqualTo(3);
    }
}
