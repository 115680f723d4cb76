package dev.streamux.analyzer.perception;

import dev.streamux.analyzer.curve.TextCurve;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the waits of all readers with all answers of one arm: the mapping is averaged, never the average mapped.
 *
 * <p>Not thread-safe; bounded memory.
 */
public final class SlowShareTally {
    private final SlowShareModel model;
    private final WaitHistogram waits = new WaitHistogram();
    private final Map<Double, Double> kappaSums = new LinkedHashMap<>();
    private double sum;
    private double bufferedSum;
    private long answers;

    /** An empty tally. */
    public SlowShareTally(SlowShareModel model) {
        this.model = model;
    }

    /**
     * Adds one answer.
     *
     * @param curve its text, not empty
     * @param waitsNanos the wait of each reader with it
     */
    public void add(TextCurve curve, long[] waitsNanos) {
        int from = 0;
        for (int i = 1; i <= waitsNanos.length; i++) {
            // Neighbours often wait equally long: for the first text.
            if (i == waitsNanos.length || waitsNanos[i] != waitsNanos[from]) {
                double seconds = waitsNanos[from] / 1e9;
                sum += (i - from) * model.share(seconds);
                waits.add(seconds, i - from);
                from = i;
            }
        }
        double first = curve.firstNanos() / 1e9;
        double last = curve.lastNanos() / 1e9;
        bufferedSum += model.share(last);
        model.byKappa()
                .forEach((kappa, bent) ->
                        kappaSums.merge(kappa, bent.share(first + kappa * (last - first)), Double::sum));
        answers++;
    }

    /** The modelled share; empty without answers. */
    public Optional<ModelledSlowShare> result() {
        if (answers == 0) {
            return Optional.empty();
        }
        double share = sum / waits.total();
        Map<String, Double> kappas = new LinkedHashMap<>();
        kappaSums.forEach((kappa, total) -> kappas.put(kappa.toString(), total / answers));
        return Optional.of(new ModelledSlowShare(
                share,
                model.id(),
                model.calibration(),
                model.assumptions(),
                model.samplingBand(waits, share),
                model.structuralEnvelope(waits, share),
                kappas,
                bufferedSum / answers));
    }
}
