package dev.streamux.analyzer.presentation;

import dev.streamux.analyzer.reading.ReadingSpeed;
import java.text.BreakIterator;
import java.util.Locale;

/** A screen reader announces each sentence when it is whole, at the speed of speech: 183 words a minute. */
final class SpokenSentences implements PresentationPolicy {
    /** Reading aloud (Brysbaert 2019). */
    static final ReadingSpeed SPEECH = ReadingSpeed.ofWordsPerMinute(183);

    @Override
    public String id() {
        return "screen-reader-sentence";
    }

    @Override
    public String label() {
        return "screen reader, by sentence";
    }

    @Override
    public ReadingSpeed speed(ReadingSpeed reader) {
        return SPEECH;
    }

    @Override
    public boolean isRead() {
        return false;
    }

    @Override
    public Shown show(Arrivals arrivals) {
        Shown.Recorder speech = new Shown.Recorder(arrivals.text());
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(arrivals.text());
        int step = 0;
        sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            while (arrivals.end(step) < end) {
                step++;
            }
            speech.release(arrivals.timeNanos(step), end);
        }
        return speech.done(0);
    }
}
