package dev.streamux.analyzer.perception;

import dev.streamux.analyzer.perception.curve.Facts;
import dev.streamux.analyzer.perception.curve.LogLogistic;
import dev.streamux.analyzer.perception.curve.SlowCurve;
import dev.streamux.analyzer.reading.ReaderPopulation;
import dev.streamux.analyzer.reading.ReadingSpeed;
import java.util.List;

/**
 * The people of the modelled slow share: how fast they read, and which share of them rates a wait as slow.
 *
 * @param speeds from slow to fast, at least one; each stands for an equal part of the people
 * @param curve the share by wait
 */
public record Raters(List<ReadingSpeed> speeds, SlowCurve curve) {
    /** 20 readers of English, and the curve through the given facts. */
    public static final Raters DEFAULT =
            new Raters(ReaderPopulation.DEFAULT.speeds(), LogLogistic.through(Facts.GIVEN, 0));

    public Raters {
        speeds = List.copyOf(speeds);
        if (speeds.isEmpty()) {
            throw new IllegalArgumentException("there are no raters; at least one is needed");
        }
    }

    /**
     * The mean of the curve over these waits: the mapping is averaged, never the average mapped. Readers who all wait
     * equally long have exactly the share of that wait.
     *
     * @param waitsNanos one a reader, neighbours often equal; not empty
     */
    public double share(long[] waitsNanos) {
        double first = curve.share(waitsNanos[0] / 1e9);
        double share = first;
        double beyond = 0;
        for (int i = 1; i < waitsNanos.length; i++) {
            if (waitsNanos[i] != waitsNanos[i - 1]) {
                share = curve.share(waitsNanos[i] / 1e9);
            }
            beyond += share - first;
        }
        return first + beyond / waitsNanos.length;
    }
}
