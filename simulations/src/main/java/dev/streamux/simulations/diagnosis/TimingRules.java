package dev.streamux.simulations.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names what a path did when only the arrivals are known: any endpoint, nobody's origin.
 *
 * <p>Less can be told than with emission times: a model that pauses looks like a proxy that holds. Several answers at
 * different rates tell sizes from timers where the endpoint lets us set its rate.
 */
public final class TimingRules {
    private static final int FEWEST_EVENTS = 10;

    /** A burst with this share of the text leaves nothing to read as it is written. */
    private static final double WHOLE_ANSWER = 0.9;

    /** Faster than people notice; models that emit several tokens at once stay below it. */
    private static final double COALESCED_INTERVAL_MILLIS = 100;

    private final List<StreamObservation> answers;
    private final List<Bursts.Burst> inner = new ArrayList<>();
    private final List<Double> intervals = new ArrayList<>();
    private double eventsPerBurst;
    private double largestShare = 1;

    private TimingRules(List<StreamObservation> answers) {
        this.answers = answers;
        int events = 0;
        int count = 0;
        for (StreamObservation answer : answers) {
            Bursts bursts = Bursts.of(answer, answer.arrived().size());
            List<Bursts.Burst> middle = bursts.inner();
            inner.addAll(middle);
            for (int i = 1; i < middle.size(); i++) {
                intervals.add((middle.get(i).arrivalNanos() - middle.get(i - 1).arrivalNanos()) / 1e6);
            }
            events += answer.arrived().size();
            count += bursts.count();
            largestShare =
                    Math.min(largestShare, largestShare(bursts, answer.arrived().size()));
        }
        eventsPerBurst = (double) events / Math.max(1, count);
    }

    private static double largestShare(Bursts bursts, int events) {
        int largest = 0;
        for (int i = 0; i < bursts.count(); i++) {
            largest = Math.max(largest, bursts.get(i).count());
        }
        return (double) largest / Math.max(1, events);
    }

    /** The finding for answers to equal requests, of which there is at least one. */
    public static Finding judge(List<StreamObservation> answers) {
        for (StreamObservation answer : answers) {
            if (answer.arrived().size() < FEWEST_EVENTS) {
                return Finding.of(
                        Kind.NO_ANSWER,
                        "-",
                        "outcome " + answer.outcome().word() + ", "
                                + answer.arrived().size() + " events with text");
            }
        }
        TimingRules rules = new TimingRules(List.copyOf(answers));
        return rules.whole()
                .or(rules::streamed)
                .or(rules::timer)
                .or(rules::size)
                .orElseGet(() -> Finding.of(Kind.UNEXPLAINED, "-", rules.summary()));
    }

    private Optional<Finding> whole() {
        if (largestShare < WHOLE_ANSWER) {
            return Optional.empty();
        }
        StreamObservation answer = answers.get(0);
        Kind kind = answer.compressed()
                ? Kind.COMPRESSOR
                : answer.lengthStated() ? Kind.STORED_AND_REFRAMED : Kind.FULL_BUFFER;
        double first = (answer.arrived().timeNanos(0) - answer.sentNanos()) / 1e6;
        double total = (answer.endNanos() - answer.sentNanos()) / 1e6;
        return Optional.of(Finding.of(
                kind,
                "4",
                String.format(Locale.ROOT, "first text after %.0f of %.0f ms; %s", first, total, summary())));
    }

    private Optional<Finding> streamed() {
        boolean fine =
                eventsPerBurst < 1.5 || (!intervals.isEmpty() && interval().quantile(0.75) < COALESCED_INTERVAL_MILLIS);
        return fine ? Optional.of(Finding.of(Kind.STREAMED, "3", summary())) : Optional.empty();
    }

    private Optional<Finding> timer() {
        if (intervals.size() < 3 || interval().deviation() > 0.05 * interval().median()) {
            return Optional.empty();
        }
        boolean bytesVary = Bursts.sample(inner, Bursts.Burst::bytes).ratio() > 1.8;
        double millis = interval().median();
        // A corked socket waits 200 ms and then for the next event.
        boolean cork = millis > 195 && millis < 270;
        if (!bytesVary && !cork) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofTimer(
                cork ? Kind.CORK : Kind.PERIODIC_FLUSH,
                cork ? "9" : "7",
                Math.round(millis * 1e6),
                String.format(Locale.ROOT, "bursts every %.0f ms; %s", millis, summary())));
    }

    private Optional<Finding> size() {
        if (inner.isEmpty()) {
            return Optional.empty();
        }
        double mean = inner.stream().mapToLong(Bursts.Burst::bytes).average().orElse(0);
        double event = mean / Math.max(1, eventsPerBurst);
        long near = inner.stream()
                .filter(burst -> Math.abs(burst.bytes() - mean) <= 1.5 * event + 0.12 * mean)
                .count();
        if (near < 0.85 * inner.size()) {
            return Optional.empty();
        }
        if (answers.get(0).compressed()) {
            return Optional.of(Finding.ofSize(Kind.COMPRESSOR_WINDOW, "11", (int) mean, summary()));
        }
        int power = 1 << (int) Math.round(Math.log(mean) / Math.log(2));
        int bytes = Math.abs(power - mean) < 0.12 * power ? power : (int) Math.round(mean);
        return Optional.of(Finding.ofSize(
                Kind.SIZE_BUFFER,
                "10",
                bytes,
                String.format(Locale.ROOT, "bursts of %.0f B on average; %s", mean, summary())));
    }

    private Sample interval() {
        return Sample.of(intervals.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "%.1f events a burst, largest burst %.0f %% of the events, %s",
                eventsPerBurst,
                100 * largestShare,
                intervals.isEmpty()
                        ? "no interval to speak of"
                        : String.format(
                                Locale.ROOT,
                                "p50 %.0f ms between bursts",
                                interval().median()));
    }
}
