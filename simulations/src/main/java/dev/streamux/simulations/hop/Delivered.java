package dev.streamux.simulations.hop;

import dev.streamux.simulations.diagnosis.DeliveryRules;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.StreamObservation;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How one streamed case was delivered. Times are milliseconds.
 *
 * @param finding what the rules say
 * @param addedFirst from the writing of the first event to its arrival; empty if nothing came
 * @param addedMedian the same for the median event
 * @param addedWorst the same for the latest event
 * @param headersLate from the writing of the headers to their arrival; empty if they did not come
 * @param bursts arrivals less than 6 ms apart counted once
 * @param largestBurstShare share of the events in the largest of them, in [0, 1]
 */
public record Delivered(
        Finding finding,
        OptionalDouble addedFirst,
        OptionalDouble addedMedian,
        OptionalDouble addedWorst,
        OptionalDouble headersLate,
        int bursts,
        double largestBurstShare) {

    /** The figures of one case. */
    static Delivered of(CaseResult result, double rigLagMillis) {
        StreamObservation stream = result.observation();
        Finding finding = DeliveryRules.judge(stream, rigLagMillis);
        int events = stream.comparable();
        OptionalDouble late = stream.headersNanos().isPresent()
                        && stream.origin().headersNanos().isPresent()
                ? OptionalDouble.of((stream.headersNanos().getAsLong()
                                - stream.origin().headersNanos().getAsLong())
                        / 1e6)
                : OptionalDouble.empty();
        if (events == 0) {
            OptionalDouble none = OptionalDouble.empty();
            return new Delivered(finding, none, none, none, late, 0, 0);
        }
        double[] delays = new double[events];
        int bursts = 0;
        int inBurst = 0;
        int largest = 0;
        for (int i = 0; i < events; i++) {
            delays[i] = stream.delayNanos(i) / 1e6;
            boolean opens =
                    i == 0 || stream.arrived().timeNanos(i) - stream.arrived().timeNanos(i - 1) >= 6_000_000;
            bursts += opens ? 1 : 0;
            inBurst = opens ? 1 : inBurst + 1;
            largest = Math.max(largest, inBurst);
        }
        double first = delays[0];
        Arrays.sort(delays);
        return new Delivered(
                finding,
                OptionalDouble.of(first),
                OptionalDouble.of(delays[events / 2]),
                OptionalDouble.of(delays[events - 1]),
                late,
                bursts,
                (double) largest / events);
    }
}
