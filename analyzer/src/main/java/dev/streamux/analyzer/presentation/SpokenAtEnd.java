package dev.streamux.analyzer.presentation;

import dev.streamux.analyzer.reading.ReadingSpeed;

/** A screen reader announces the answer once it is whole: for its user a streamed answer is a buffered one. */
final class SpokenAtEnd implements PresentationPolicy {
    @Override
    public String id() {
        return "screen-reader-end";
    }

    @Override
    public String label() {
        return "screen reader, at the end";
    }

    @Override
    public ReadingSpeed speed(ReadingSpeed reader) {
        return SpokenSentences.SPEECH;
    }

    @Override
    public boolean isRead() {
        return false;
    }

    @Override
    public Shown show(Arrivals arrivals) {
        Shown.Recorder speech = new Shown.Recorder(arrivals.text());
        speech.release(arrivals.lastNanos(), arrivals.text().length());
        return speech.done(0);
    }
}
