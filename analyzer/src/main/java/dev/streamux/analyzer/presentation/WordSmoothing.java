package dev.streamux.analyzer.presentation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole words with a pause of 10 ms after each, the remainder at the end: the default of a widely used smoothing layer.
 *
 * <p>A word ends where white space follows it. So text with leading spaces comes a token late, a text without spaces, such
 * as Chinese, is held until its end, and an answer that arrives at once is smeared.
 */
final class WordSmoothing implements PresentationPolicy {
    private static final Pattern WORD = Pattern.compile("\\S+\\s+");
    private static final long PAUSE_NANOS = 10_000_000L;

    @Override
    public String id() {
        return "word-smoothing";
    }

    @Override
    public String label() {
        return "smoothed by word";
    }

    @Override
    public Shown show(Arrivals arrivals) {
        Shown.Recorder page = new Shown.Recorder(arrivals.text());
        Matcher words = WORD.matcher(arrivals.text());
        long free = Long.MIN_VALUE;
        int from = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            free = Math.max(free, arrivals.timeNanos(i));
            words.region(from, arrivals.end(i));
            while (words.find()) {
                from = words.end();
                page.release(free, from);
                free += PAUSE_NANOS;
                words.region(from, arrivals.end(i));
            }
        }
        page.release(Math.max(free, arrivals.lastNanos()), arrivals.text().length());
        return page.done();
    }
}
