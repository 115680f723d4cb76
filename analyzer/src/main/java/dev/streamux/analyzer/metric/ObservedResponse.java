package dev.streamux.analyzer.metric;

import dev.streamux.analyzer.curve.Stalls;
import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.curve.TimeWeightedGaps;
import dev.streamux.analyzer.reading.ReaderPopulation;
import dev.streamux.analyzer.reading.Reading;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One response as the metrics see it: its trace, its text curve and its reader, each computed once.
 *
 * <p>Not thread-safe; it lives for one response.
 */
public final class ObservedResponse {
    private final ResponseTrace trace;
    private final MetricOptions options;
    private final TextCurve curve;
    private @Nullable Reading reading;
    private long @Nullable [] waitsNanos;
    private double slowShare = Double.NaN;
    private long longestGapNanos = -1;
    private @Nullable TimeWeightedGaps gaps;

    private ObservedResponse(ResponseTrace trace, MetricOptions options, TextCurve curve) {
        this.trace = trace;
        this.options = options;
        this.curve = curve;
    }

    /** The response, its text visible at the moment of arrival. */
    public static ObservedResponse of(ResponseTrace trace, MetricOptions options) {
        return new ObservedResponse(trace, options, TextCurve.ofArrivals(trace));
    }

    /** The response with its text visible as {@code curve} says, such as behind a presentation policy. */
    public static ObservedResponse shownAs(ResponseTrace trace, MetricOptions options, TextCurve curve) {
        return new ObservedResponse(trace, options, curve);
    }

    /** The trace. */
    public ResponseTrace trace() {
        return trace;
    }

    /** The constants of the metrics. */
    public MetricOptions options() {
        return options;
    }

    /** The visible text over time; may be empty. */
    public TextCurve curve() {
        return curve;
    }

    /** What the reader of the options goes through; empty without text. */
    public Optional<Reading> reading() {
        if (curve.isEmpty()) {
            return Optional.empty();
        }
        Reading present = reading;
        if (present == null) {
            present = Reading.of(curve, options.readingSpeed(), options.targetNanos());
            reading = present;
        }
        return Optional.of(present);
    }

    /** The longest gap between two steps of the visible text; 0 with fewer than two. */
    public long longestGapNanos() {
        if (longestGapNanos < 0) {
            long longest = 0;
            for (int i = 1; i < curve.size(); i++) {
                longest = Math.max(longest, curve.timeNanos(i) - curve.timeNanos(i - 1));
            }
            longestGapNanos = longest;
        }
        return longestGapNanos;
    }

    /** The gaps of the visible text above a threshold; a gap equal to it is none. */
    public Stalls stalls(long thresholdNanos) {
        return longestGapNanos() <= thresholdNanos ? Stalls.NONE : Stalls.of(curve, thresholdNanos);
    }

    /** The gaps of the visible text by length; empty with fewer than two steps. */
    public Optional<TimeWeightedGaps> gaps() {
        if (curve.size() < 2) {
            return Optional.empty();
        }
        TimeWeightedGaps present = gaps;
        if (present == null) {
            present = TimeWeightedGaps.of(curve);
            gaps = present;
        }
        return Optional.of(present);
    }

    /** The wait of each rater of the options, from slow to fast readers; nanoseconds. Not for an empty curve. */
    public long[] raterWaitsNanos() {
        long[] present = waitsNanos;
        if (present == null) {
            present = ReaderPopulation.waitsNanos(curve, options.raters().speeds());
            waitsNanos = present;
        }
        return present;
    }

    /** The modelled share of raters who find the response slow, in [0, 1]; empty without text. */
    public OptionalDouble slowShare() {
        if (curve.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (Double.isNaN(slowShare)) {
            slowShare = options.raters().share(raterWaitsNanos());
        }
        return OptionalDouble.of(slowShare);
    }

    /**
     * Why a metric of the whole text has no value here: the answer did not end well, or it had no text. Empty if it has
     * one. What is computed from half a text would look better than it was.
     */
    public Optional<String> wholeTextAbsence() {
        if (trace.outcome() != Outcome.COMPLETE) {
            return Optional.of(Absence.NOT_COMPLETE);
        }
        return curve.isEmpty() ? Optional.of(Absence.NO_VISIBLE_TEXT) : Optional.empty();
    }
}
