package dev.streamux.analyzer.catalog;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.andes.AndesQoe;
import dev.streamux.analyzer.metric.andes.AndesQoeAuthorCode;
import dev.streamux.analyzer.metric.andes.AndesQoeTokens;
import dev.streamux.analyzer.metric.flow.FluidityIndex;
import dev.streamux.analyzer.metric.flow.FluidityIndexRelaxed;
import dev.streamux.analyzer.metric.flow.InterChunkLatency;
import dev.streamux.analyzer.metric.flow.LargestBurstShare;
import dev.streamux.analyzer.metric.flow.MarkdownChurn;
import dev.streamux.analyzer.metric.flow.Smoothness;
import dev.streamux.analyzer.metric.flow.TimePerOutputToken;
import dev.streamux.analyzer.metric.gain.GainFirstVisibleText;
import dev.streamux.analyzer.metric.gain.GainReaderWait;
import dev.streamux.analyzer.metric.gain.GainReadingFinished;
import dev.streamux.analyzer.metric.gain.GainSlowShare;
import dev.streamux.analyzer.metric.gain.GainTextSpeedIndex;
import dev.streamux.analyzer.metric.onset.TimeToFirstBlock;
import dev.streamux.analyzer.metric.onset.TimeToFirstByte;
import dev.streamux.analyzer.metric.onset.TimeToFirstSentence;
import dev.streamux.analyzer.metric.onset.TimeToFirstToken;
import dev.streamux.analyzer.metric.onset.TimeToFirstVisibleText;
import dev.streamux.analyzer.metric.onset.TimeToFirstWord;
import dev.streamux.analyzer.metric.onset.TimeToLastToken;
import dev.streamux.analyzer.metric.population.ModelledSlowShare;
import dev.streamux.analyzer.metric.population.ReaderWaitPopulationMean;
import dev.streamux.analyzer.metric.population.ReaderWaitPopulationP50;
import dev.streamux.analyzer.metric.population.ReaderWaitPopulationP90;
import dev.streamux.analyzer.metric.reader.LongestReaderStall;
import dev.streamux.analyzer.metric.reader.MeanReadingDelay;
import dev.streamux.analyzer.metric.reader.ReaderIdle;
import dev.streamux.analyzer.metric.reader.ReaderIdleFirstHalf;
import dev.streamux.analyzer.metric.reader.ReaderStallCount;
import dev.streamux.analyzer.metric.reader.ReaderWait;
import dev.streamux.analyzer.metric.reader.ReaderWaitScore;
import dev.streamux.analyzer.metric.reader.ReadingFinished;
import dev.streamux.analyzer.metric.reader.TextSpeedIndex;
import dev.streamux.analyzer.metric.stall.LongestGap;
import dev.streamux.analyzer.metric.stall.StallCount;
import dev.streamux.analyzer.metric.stall.StallCount1000;
import dev.streamux.analyzer.metric.stall.StallCount200;
import dev.streamux.analyzer.metric.stall.StallExcess;
import dev.streamux.analyzer.metric.stall.StallRatio;
import dev.streamux.analyzer.metric.stall.StallRatio1000;
import dev.streamux.analyzer.metric.stall.StallRatio200;
import dev.streamux.analyzer.metric.stall.StallTime;
import dev.streamux.analyzer.metric.stall.TimeWeightedGapP50;
import dev.streamux.analyzer.metric.stall.TimeWeightedGapP90;
import dev.streamux.analyzer.metric.transport.BytesPerEvent;
import dev.streamux.analyzer.metric.transport.CharactersPerSecond;
import dev.streamux.analyzer.metric.transport.Goodput;
import dev.streamux.analyzer.metric.transport.ResponseTime;
import dev.streamux.analyzer.metric.transport.ScheduleLag;
import dev.streamux.analyzer.metric.transport.ServiceTime;
import dev.streamux.analyzer.metric.transport.TextEvents;
import dev.streamux.analyzer.metric.transport.TokensPerSecond;
import dev.streamux.trace.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every metric there is, in the order of tables and columns. A new metric is a class and a line here. */
public final class MetricCatalog {
    private static final List<Metric> ALL = List.of(
            new TimeToFirstByte(),
            new TimeToFirstToken(),
            new TimeToFirstVisibleText(),
            new TimeToFirstWord(),
            new TimeToFirstSentence(),
            new TimeToFirstBlock(),
            new TimeToLastToken(),
            new InterChunkLatency(),
            new TimePerOutputToken(),
            new ReaderWait(),
            new ReaderWaitPopulationMean(),
            new ReaderWaitPopulationP50(),
            new ReaderWaitPopulationP90(),
            new ReaderWaitScore(),
            new ModelledSlowShare(),
            new ReaderIdle(),
            new ReaderStallCount(),
            new LongestReaderStall(),
            new ReaderIdleFirstHalf(),
            new MeanReadingDelay(),
            new TextSpeedIndex(),
            new ReadingFinished(),
            new AndesQoe(),
            new AndesQoeTokens(),
            new AndesQoeAuthorCode(),
            new FluidityIndex(),
            new FluidityIndexRelaxed(),
            new LongestGap(),
            new TimeWeightedGapP50(),
            new TimeWeightedGapP90(),
            new StallCount(),
            new StallTime(),
            new StallExcess(),
            new StallRatio(),
            new StallCount200(),
            new StallRatio200(),
            new StallCount1000(),
            new StallRatio1000(),
            new Smoothness(),
            new LargestBurstShare(),
            new MarkdownChurn(),
            new GainFirstVisibleText(),
            new GainReaderWait(),
            new GainTextSpeedIndex(),
            new GainReadingFinished(),
            new GainSlowShare(),
            new CharactersPerSecond(),
            new TokensPerSecond(),
            new TextEvents(),
            new BytesPerEvent(),
            new ScheduleLag(),
            new ResponseTime(),
            new ServiceTime(),
            new Goodput());

    private MetricCatalog() {}

    /** All metrics, in the order of tables and columns. */
    public static List<Metric> all() {
        return ALL;
    }

    /** The ids of all metrics, in the same order. */
    public static List<String> ids() {
        return ALL.stream().map(Metric::id).toList();
    }

    /** The metric with this id, empty if there is none. */
    public static Optional<Metric> find(String id) {
        return ALL.stream().filter(metric -> metric.id().equals(id)).findFirst();
    }

    /**
     * The metric with this id.
     *
     * @throws InvalidInputException if there is none; the message names the nearest
     */
    public static Metric require(String id) {
        return find(id).orElseThrow(() -> new InvalidInputException(
                "unknown metric \"" + id + "\"; did you mean \"" + nearest(id) + "\"? streamux explain lists all"));
    }

    /** The id that is nearest to {@code word}: fewest edits, or the one whose label or initials it is, such as {@code ttft}. */
    public static String nearest(String word) {
        Map<Integer, String> byDistance = new TreeMap<>();
        for (Metric metric : ALL) {
            boolean named = metric.info().label().equalsIgnoreCase(word);
            byDistance.putIfAbsent(named ? -1 : distance(word, metric.id()), metric.id());
        }
        return byDistance.values().iterator().next();
    }

    private static int distance(String word, String id) {
        if (!word.isEmpty() && initials(id).startsWith(word.toLowerCase(java.util.Locale.ROOT))) {
            return 0;
        }
        return edits(word.toLowerCase(java.util.Locale.ROOT).replace('_', '-'), id);
    }

    private static String initials(String id) {
        StringBuilder letters = new StringBuilder();
        for (String part : id.split("-", -1)) {
            letters.append(part.charAt(0));
        }
        return letters.toString();
    }

    /** Levenshtein's distance. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
