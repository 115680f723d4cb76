package dev.streamux.simulations.hop;

import dev.streamux.simulations.client.HttpVersion;
import dev.streamux.simulations.client.StopCondition;
import dev.streamux.simulations.diagnosis.Kind;
import dev.streamux.simulations.diagnosis.StreamObservation;
import dev.streamux.simulations.origin.Attempt;
import dev.streamux.simulations.origin.Script;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures a path in about ten seconds: first the cases that are judged by their times, with the same probe beside them
 * without the path; then the endings and departures; then, if wanted, many streams at once.
 */
public final class PathProbe {
    private static final List<ProbeCase> ENDINGS = List.of(
            ProbeCase.ORIGIN_RESET,
            ProbeCase.ORIGIN_CUT,
            ProbeCase.ERROR_EVENT,
            ProbeCase.LEAVE_IN_PREFILL,
            ProbeCase.LEAVE_IN_STREAM,
            ProbeCase.LEAVE_BUFFERED,
            ProbeCase.SILENCE);

    private static final List<ProbeCase> DEPARTURES =
            List.of(ProbeCase.LEAVE_IN_PREFILL, ProbeCase.LEAVE_IN_STREAM, ProbeCase.LEAVE_BUFFERED);

    /** How often the timed cases are measured while one of them is doubtful. */
    private static final int TRIES = 3;

    private final Prober prober;

    /** A probe that sends with this prober. */
    public PathProbe(Prober prober) {
        this.prober = prober;
    }

    /**
     * Measures the path at {@code through}, which must lead to the prober's origin.
     *
     * @param options what is measured beside the cases of HTTP/1.1
     */
    public PathReport measure(URI through, Options options) {
        Timed timed = timed(through, options);
        for (int i = 1; i < TRIES && timed.isDoubtful(); i++) {
            timed = timed.orClearer(timed(through, options));
        }
        Map<ProbeCase, CaseResult> endings = endings(through);
        OptionalDouble queue = options.streamsAtOnce() > 0
                ? OptionalDouble.of(queueMillis(through, options.streamsAtOnce()))
                : OptionalDouble.empty();
        return report(timed, endings, queue);
    }

    /**
     * What else is measured.
     *
     * @param http2 whether the path takes HTTP/2 without TLS on the same port
     * @param streamsAtOnce for the queueing case, ≥ 0; 0 leaves it out
     */
    public record Options(boolean http2, int streamsAtOnce) {
        /** Neither. */
        public static final Options NONE = new Options(false, 0);
    }

    /** The timed cases, already judged: a neighbour's noise does not come again in the same place, a buffer does. */
    private record Timed(
            double lag,
            Delivered identity,
            Delivered gzip,
            Delivered gzipLarge,
            Optional<Delivered> http2,
            Map<String, List<String>> headers) {

        boolean isDoubtful() {
            return isDoubtful(identity)
                    || isDoubtful(gzip)
                    || isDoubtful(gzipLarge)
                    || http2.filter(Timed::isDoubtful).isPresent();
        }

        private static boolean isDoubtful(Delivered delivered) {
            Kind kind = delivered.finding().kind();
            return kind == Kind.JITTER || kind == Kind.UNEXPLAINED || kind == Kind.WITHHELD || kind == Kind.QUEUEING;
        }

        Timed orClearer(Timed again) {
            return new Timed(
                    Math.min(lag, again.lag),
                    clearer(identity, again.identity),
                    clearer(gzip, again.gzip),
                    clearer(gzipLarge, again.gzipLarge),
                    http2.flatMap(first -> again.http2.map(second -> clearer(first, second))),
                    headers);
        }

        private static Delivered clearer(Delivered first, Delivered second) {
            return isDoubtful(first) ? second : first;
        }
    }

    private Timed timed(URI through, Options options) {
        Prober.Pending direct = prober.send(prober.origin().uri(), ProbeCase.IDENTITY);
        Prober.Pending identity = prober.send(through, ProbeCase.IDENTITY);
        Prober.Pending gzip = prober.send(through, ProbeCase.GZIP);
        Prober.Pending large = prober.send(through, ProbeCase.GZIP_LARGE);
        Optional<Prober.Pending> http2 = options.http2()
                ? Optional.of(
                        prober.send(through, Script.twoRates(400), false, StopCondition.NEVER, HttpVersion.HTTP_2))
                : Optional.empty();
        double lag = lagMillis(direct.result().observation());
        CaseResult plain = identity.result();
        return new Timed(
                lag,
                Delivered.of(plain, lag),
                Delivered.of(gzip.result(), lag),
                Delivered.of(large.result(), lag),
                http2.map(pending -> Delivered.of(pending.result(), lag)),
                naming(plain.headers()));
    }

    private static double lagMillis(StreamObservation direct) {
        double[] delays = new double[direct.comparable()];
        for (int i = 0; i < delays.length; i++) {
            delays[i] = direct.delayNanos(i) / 1e6;
        }
        Arrays.sort(delays);
        return delays.length == 0 ? Double.MAX_VALUE : delays[(int) (0.95 * (delays.length - 1))];
    }

    private Map<ProbeCase, CaseResult> endings(URI through) {
        Map<ProbeCase, Prober.Pending> pending = new EnumMap<>(ProbeCase.class);
        ENDINGS.forEach(probe -> pending.put(probe, prober.send(through, probe)));
        // Departures are over for the client long before the origin is; the silent case outlasts them all.
        pending.values().forEach(Prober.Pending::await);
        Map<ProbeCase, CaseResult> results = new EnumMap<>(ProbeCase.class);
        pending.forEach((probe, sent) -> results.put(probe, sent.result()));
        return results;
    }

    private double queueMillis(URI through, int streams) {
        List<Prober.Pending> pending = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            pending.add(prober.send(
                    through, Script.steady(10, 20, 100_000_000), false, StopCondition.NEVER, HttpVersion.HTTP_1_1));
        }
        double[] waits = pending.stream()
                .map(Prober.Pending::result)
                .mapToDouble(result -> result.attempts().isEmpty()
                        ? Double.MAX_VALUE
                        : (result.attempts().get(0).arrivalNanos()
                                        - result.trace().sentNanos())
                                / 1e6)
                .sorted()
                .toArray();
        return waits[(int) (0.95 * (waits.length - 1))];
    }

    private static PathReport report(Timed timed, Map<ProbeCase, CaseResult> endings, OptionalDouble queue) {
        Map<ProbeCase, Departure> departures = new EnumMap<>(ProbeCase.class);
        DEPARTURES.forEach(probe -> departure(at(endings, probe)).ifPresent(found -> departures.put(probe, found)));
        CaseResult silence = at(endings, ProbeCase.SILENCE);
        int attempts = endings.values().stream()
                .mapToInt(result -> result.attempts().size())
                .max()
                .orElse(0);
        return new PathReport(
                timed.lag(),
                timed.identity(),
                timed.gzip(),
                timed.gzipLarge(),
                timed.http2(),
                outcome(endings, ProbeCase.ORIGIN_RESET),
                outcome(endings, ProbeCase.ORIGIN_CUT),
                outcome(endings, ProbeCase.ERROR_EVENT),
                departures,
                attempts,
                silence.trace().outcome(),
                silenceCut(silence),
                queue,
                timed.headers());
    }

    private static CaseResult at(Map<ProbeCase, CaseResult> endings, ProbeCase probe) {
        return Objects.requireNonNull(endings.get(probe), probe::word);
    }

    private static Outcome outcome(Map<ProbeCase, CaseResult> endings, ProbeCase probe) {
        return at(endings, probe).trace().outcome();
    }

    private static Optional<Departure> departure(CaseResult result) {
        if (result.attempts().isEmpty()) {
            return Optional.empty();
        }
        Attempt attempt = result.attempts().get(result.attempts().size() - 1);
        return Optional.of(Departure.of(attempt, result.trace().endNanos()));
    }

    /** From the last event before the end of the silent case to that end, if it ended too early. */
    private static OptionalDouble silenceCut(CaseResult silence) {
        ResponseTrace trace = silence.trace();
        if (trace.outcome() == Outcome.COMPLETE || silence.attempts().isEmpty()) {
            return OptionalDouble.empty();
        }
        Attempt attempt = silence.attempts().get(0);
        int written = attempt.emitted().size();
        boolean cutBeforeTheEnd = attempt.endNanos().isEmpty() && written > 0;
        return cutBeforeTheEnd
                ? OptionalDouble.of((trace.endNanos() - attempt.emitted().get(written - 1)) / 1e6)
                : OptionalDouble.empty();
    }

    private static Map<String, List<String>> naming(Map<String, List<String>> headers) {
        Map<String, List<String>> naming = new LinkedHashMap<>();
        for (String name : List.of("server", "via", "x-powered-by", "x-cache", "x-varnish", "cf-ray", "x-amz-cf-id")) {
            List<String> values = headers.get(name);
            if (values != null) {
                naming.put(name, values);
            }
        }
        return naming;
    }
}
