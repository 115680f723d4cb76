package dev.streamux.simulations.doctor;

import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.request.Limits;
import dev.streamux.simulations.client.request.RequestBuilder;
import dev.streamux.simulations.diagnosis.Condition;
import dev.streamux.simulations.diagnosis.DeliveryRules;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import dev.streamux.simulations.diagnosis.StreamObservation;
import dev.streamux.simulations.diagnosis.TimingRules;
import dev.streamux.simulations.doctor.Examination.Certainty;
import dev.streamux.simulations.hop.CaseResult;
import dev.streamux.simulations.hop.PathReport;
import dev.streamux.simulations.origin.Attempt;
import dev.streamux.simulations.origin.Script;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns measurements into an examination. */
public final class Doctor {
    private static final Limits LIMITS =
            Limits.DEFAULT.withIdle(Duration.ofSeconds(60)).withTotal(Duration.ofSeconds(120));

    /** What our mock is asked to play; other endpoints answer at their own rate. */
    private static final Script TWO_RATES = Script.twoRates(Script.SMALLEST_EVENT);

    private final StreamingClient client;

    /** A doctor that asks with this client. */
    public Doctor(StreamingClient client) {
        this.client = client;
    }

    /**
     * Asks the endpoint twice without and twice with gzip offered, and infers from what arrives. An endpoint whose events
     * carry the marks of our mock needs one answer each, and is judged by its own emission times.
     */
    public Examination examine(Patient patient) {
        List<CaseResult> identity = ask(patient, false);
        if (identity.stream().allMatch(result -> result.trace().outcome() == Outcome.UNREACHABLE)) {
            return unreachable(patient, identity.get(0).trace());
        }
        List<CaseResult> gzip = ask(patient, true);
        boolean marked = isMarked(identity) && isMarked(gzip);
        Finding plain = judge(identity, marked);
        Finding compressed = judge(gzip, marked);
        List<Finding> delivery = new ArrayList<>(List.of(plain));
        if (compressed.kind() != plain.kind()) {
            delivery.add(compressed.under(Condition.GZIP_OFFERED));
        }
        return new Examination(
                patient.target().toString(),
                marked ? Certainty.MARKED : Certainty.INFERRED,
                marked ? Sureness.ofMarks(delivery) : Sureness.ofArrivals(delivery),
                delivery,
                truncation(identity),
                AnswerFacts.of(identity.get(0), gzip.get(0)),
                server(identity.get(0).headers()));
    }

    private static Examination unreachable(Patient patient, ResponseTrace trace) {
        List<Finding> nobody = List.of(
                Finding.of(Kind.NO_ANSWER, "-", "unreachable: " + trace.error().orElse("")));
        return new Examination(
                patient.target().toString(),
                Certainty.INFERRED,
                Sureness.ofArrivals(nobody),
                nobody,
                List.of(),
                Map.of(),
                "");
    }

    private static boolean isMarked(List<CaseResult> results) {
        return results.stream().noneMatch(result -> result.attempts().isEmpty());
    }

    private static Finding judge(List<CaseResult> results, boolean marked) {
        return marked
                ? DeliveryRules.judge(results.get(0).observation(), 0)
                : TimingRules.judge(results.stream().map(Doctor::withoutOrigin).toList());
    }

    private static StreamObservation withoutOrigin(CaseResult result) {
        return new CaseResult(result.gzipOffered(), result.trace(), result.headers(), List.of()).observation();
    }

    private List<CaseResult> ask(Patient patient, boolean gzip) {
        List<CaseResult> results = new ArrayList<>(List.of(askOnce(patient, gzip)));
        // One answer at two rates is enough where we know them; else a second one shows what repeats.
        if (!isMarked(results) && results.get(0).trace().outcome() != Outcome.UNREACHABLE) {
            results.add(askOnce(patient, gzip));
        }
        return results;
    }

    private CaseResult askOnce(Patient patient, boolean gzip) {
        RequestBuilder request = ClientRequest.builder("doctor" + (gzip ? "-gzip" : ""), patient.target())
                .arm("doctor")
                .dialect(patient.dialect())
                .model(patient.model())
                .prompt(patient.prompt())
                .acceptGzip(gzip)
                .limits(LIMITS)
                .header("X-Streamux-Mark", "on")
                .header(
                        "X-Streamux-Tokens",
                        Integer.toString(TWO_RATES.dueNanos().size()))
                .header("X-Streamux-Replay", replay());
        patient.apiKeyVariable().ifPresent(request::apiKeyVariable);
        MarkedEmissions marks = new MarkedEmissions(patient.dialect());
        ResponseTrace trace = client.send(request.build(), marks).join();
        Optional<Attempt> attempt = marks.attempt(trace, TWO_RATES.dueNanos().get(0));
        return new CaseResult(gzip, trace, marks.headers(), attempt.stream().toList());
    }

    /** The two rates in the mock's words: the first text, then the gaps, in milliseconds. */
    private static String replay() {
        List<String> words = new ArrayList<>();
        long before = 0;
        for (long due : TWO_RATES.dueNanos()) {
            words.add(String.format(Locale.ROOT, "%.3f", (due - before) / 1e6));
            before = due;
        }
        return String.join(",", words);
    }

    private static List<Finding> truncation(List<CaseResult> results) {
        return results.stream().anyMatch(result -> result.trace().outcome() == Outcome.TRUNCATED)
                ? List.of(
                        Finding.of(Kind.SILENT_TRUNCATION, "12", "an answer ended cleanly without its terminal event"))
                : List.of();
    }

    /** What a full measurement of the path to our own origin means. */
    public static Examination examine(String target, PathReport report) {
        List<Finding> further = new ArrayList<>(report.findings());
        further.removeAll(report.delivery());
        return new Examination(
                target,
                Certainty.MEASURED,
                Sureness.ofRigLag(report.rigLagMillis()),
                report.delivery(),
                further,
                PathFacts.of(report),
                server(report.serverHeaders()));
    }

    private static String server(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(entry -> List.of("server", "via", "x-powered-by").contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.joining(", "));
    }
}
