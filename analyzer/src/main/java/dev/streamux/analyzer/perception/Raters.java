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
     * The mean of the curve over these waits: the mapping is averaged, never the average mapped.
     *
     * @param waitsNanos one a reader, neighbours often equal; not empty
     */
    public double share(long[] waitsNanos) {
        double sum = 0;
        double share = 0;
        for (int i = 0; i < waitsNanos.length; i++) {
            if (i == 0 || waitsNanos[i] != waitsNanos[i - 1]) {
                share = curve.share(waitsNanos[i] / 1e9);
            }
            sum += share;
        }
        return sum / waitsNanos.length;
    }
}
