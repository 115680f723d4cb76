package dev.streamux.simulations.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.diagnosis.Condition;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import dev.streamux.simulations.hop.Delivered;
import dev.streamux.simulations.hop.Departure;
import dev.streamux.simulations.hop.Ended;
import dev.streamux.simulations.hop.PathReport;
import dev.streamux.simulations.hop.ProbeCase;
import dev.streamux.trace.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AtlasTableTest {
    private static Delivered delivered(Kind kind) {
        OptionalDouble millis = OptionalDouble.of(1.25);
        return new Delivered(Finding.of(kind, "3", "as told"), millis, millis, millis, millis, 150, 0.01);
    }

    private static Ended ended(Outcome outcome, Optional<Departure> departure) {
        return new Ended(outcome, 1, 20, departure, OptionalDouble.of(0.5), OptionalDouble.empty());
    }

    /** Streams without gzip, holds everything with it, tells truncation as an end and never hears of departures. */
    private static AtlasRow row(String route) {
        Map<ProbeCase, Delivered> delivered = new EnumMap<>(ProbeCase.class);
        delivered.put(ProbeCase.IDENTITY, delivered(Kind.STREAMED));
        delivered.put(ProbeCase.GZIP, delivered(Kind.COMPRESSOR));
        delivered.put(ProbeCase.GZIP_LARGE, delivered(Kind.COMPRESSOR));
        Map<ProbeCase, Ended> endings = new EnumMap<>(ProbeCase.class);
        endings.put(ProbeCase.ORIGIN_RESET, ended(Outcome.TRUNCATED, Optional.empty()));
        endings.put(
                ProbeCase.LEAVE_IN_STREAM,
                ended(Outcome.CANCELLED, Optional.of(new Departure(OptionalLong.empty(), 95, 95))));
        return new AtlasRow(
                route, "default", "1.0", new PathReport(0.4, delivered, endings, Optional.empty(), Map.of()));
    }

    @Test
    void aRowSaysYesOnlyIfItStreamsForClientsThatOfferGzipToo() {
        AtlasRow row = row("a/b");
        assertThat(row.streams()).isEqualTo("not with gzip");
        assertThat(row.verdict()).isEqualTo("compressor without flush; silent truncation; cancellation leak");
        assertThat(row.report().findings().get(0).condition()).isEqualTo(Condition.GZIP_OFFERED);
    }

    @Test
    void theCsvHasOneColumnABehaviourAndSaysWhatWasNotMeasured() {
        List<String> lines = new AtlasTable(List.of(row("a/b"), row("a/\"c\"")), "title")
                .csv()
                .lines()
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .contains("\"identity-added-median-ms\"")
                .contains("\"http2\"")
                .contains("\"leave-in-prefill\"")
                .contains("\"attempts\"")
                .contains("\"fix\"");
        assertThat(lines.get(1))
                .startsWith("\"a/b\",\"default\",\"1.0\",\"not with gzip\"")
                .contains("\"never, wasted 95 of 95\"")
                .contains("\"truncated after 20 events\"")
                .contains("\"not measured\"")
                .doesNotContain("NaN");
        assertThat(lines.get(2)).startsWith("\"a/\"\"c\"\"\"");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.split("\",\"", -1))
                        .hasSameSizeAs(lines.get(0).split("\",\"", -1)));
    }

    @Test
    void thePageEscapesWhatItShows() {
        String page = new AtlasTable(List.of(row("<script>")), "a & b").html();
        assertThat(page).contains("&lt;script&gt;").contains("a &amp; b").doesNotContain("<script>");
    }

    @Test
    void theMarkdownHasARowForEach() {
        assertThat(new AtlasTable(List.of(row("a/b"), row("a|c")), "")
                        .markdown()
                        .lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("a\\|c"));
    }
}
