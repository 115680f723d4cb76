package dev.streamux.analyzer.perception;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The share of people that the model expects to rate the answers as slow. Modelled, never measured.
 *
 * @param share the mean over answers and readers of F(W), in [0, 1]
 * @param modelId the model and its version
 * @param calibration the facts and the fitted constants, in words
 * @param assumptions what must hold for the number to mean anything
 * @param interval where the share lies if each fact came from the assumed number of raters (95 %)
 * @param structuralEnvelope lowest and highest share over forms of the curve and floors that fit the facts as well
 * @param kappaSensitivity the share if time after the first text counted as waiting with weight kappa, by kappa
 * @param bufferedShare the share if each answer had been shown only when it was whole
 */
public record ModelledSlowShare(
        double share,
        String modelId,
        String calibration,
        List<String> assumptions,
        Band interval,
        Band structuralEnvelope,
        Map<String, Double> kappaSensitivity,
        double bufferedShare) {
    public ModelledSlowShare {
        assumptions = List.copyOf(assumptions);
        kappaSensitivity = Collections.unmodifiableMap(new LinkedHashMap<>(kappaSensitivity));
    }

    /**
     * A closed interval of shares.
     *
     * @param low ≤ {@code high}
     * @param high ≤ 1
     */
    public record Band(double low, double high) {}

    /** By how much streaming lowers the share, against the same answers shown whole. */
    public double gain() {
        return bufferedShare - share;
    }
}
