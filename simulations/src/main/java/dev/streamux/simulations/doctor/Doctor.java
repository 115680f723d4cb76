package dev.streamux.simulations.doctor;

import dev.streamux.simulations.client.ClientRequest;
import dev.streamux.simulations.client.Limits;
import dev.streamux.simulations.client.ResponseObserver;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import dev.streamux.simulations.diagnosis.StreamObservation;
import dev.streamux.simulations.diagnosis.TimingRules;
import dev.streamux.simulations.doctor.Examination.Certainty;
import dev.streamux.simulations.hop.CaseResult;
import dev.streamux.simulations.hop.PathReport;
import dev.streamux.trace.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Turns measurements into an examination. */
public final class Doctor {
    private static final Limits LIMITS =
            Limits.DEFAULT.withIdle(Duration.ofSeconds(60)).withTotal(Duration.ofSeconds(120));

    /** Our mock heeds these gaps between tokens, in milliseconds; other endpoints answer at their own rate. */
    private static final List<Integer> GAPS_MILLIS = List.of(17, 53);

    private final StreamingClient client;

    /** A doctor that asks with this client. */
    public Doctor(StreamingClient client) {
        this.client = client;
    }

    /** Asks the endpoint twice without and twice with gzip offered, and infers from what arrives. */
    public Examination examine(Patient patient) {
        List<CaseResult> identity = ask(patient, false);
        if (identity.stream().allMatch(result -> result.trace().outcome() == Outcome.UNREACHABLE)) {
            String reason = identity.get(0).trace().error().orElse("");
            return new Examination(
                    patient.target().toString(),
                    Certainty.INFERRED,
                    Sureness.INFERRED,
                    List.of(Finding.of(Kind.NO_ANSWER, "-", "unreachable: " + reason)),
                    List.of(),
                    Map.of(),
                    "");
        }
        List<CaseResult> gzip = ask(patient, true);
        Finding plain = TimingRules.judge(observations(identity));
        Finding compressed = TimingRules.judge(observations(gzip));
        List<Finding> delivery = new ArrayList<>(List.of(plain));
        if (compressed.kind() != plain.kind()) {
            delivery.add(compressed);
        }
        return new Examination(
                patient.target().toString(),
                Certainty.INFERRED,
                Sureness.INFERRED,
                delivery,
                truncation(identity),
                facts(identity, gzip),
                server(identity.get(0).headers()));
    }

    private List<CaseResult> ask(Patient patient, boolean gzip) {
        List<CaseResult> results = new ArrayList<>();
        for (int gap : GAPS_MILLIS) {
            String id = "doctor-" + (gzip ? "gzip-" : "identity-") + gap;
            ClientRequest.Builder request = ClientRequest.builder(id, patient.target())
                    .arm("doctor")
                    .dialect(patient.dialect())
                    .model(patient.model())
                    .prompt(patient.prompt())
                    .acceptGzip(gzip)
                    .limits(LIMITS)
                    .header("X-Streamux-Itl-Ms", Integer.toString(gap))
                    .header("X-Streamux-Ttft-Ms", "100")
                    .header("X-Streamux-Tokens", "100");
            patient.apiKeyVariable().ifPresent(request::apiKeyVariable);
            AtomicReference<Map<String, List<String>>> headers = new AtomicReference<>(Map.of());
            CompletableFuture<dev.streamux.trace.ResponseTrace> trace =
                    client.send(request.build(), new ResponseObserver() {
                        @Override
                        public void onHeaders(long nanos, int status, Map<String, List<String>> received) {
                            headers.set(Map.copyOf(received));
                        }
                    });
            results.add(new CaseResult(gzip, trace.join(), Objects.requireNonNull(headers.get()), List.of()));
        }
        return results;
    }

    private static List<StreamObservation> observations(List<CaseResult> results) {
        return results.stream().map(CaseResult::observation).toList();
    }

    private static List<Finding> truncation(List<CaseResult> results) {
        return results.stream().anyMatch(result -> result.trace().outcome() == Outcome.TRUNCATED)
                ? List.of(
                        Finding.of(Kind.SILENT_TRUNCATION, "12", "an answer ended cleanly without its terminal event"))
                : List.of();
    }

    private static Map<String, String> facts(List<CaseResult> identity, List<CaseResult> gzip) {
        Map<String, String> facts = new LinkedHashMap<>();
        CaseResult first = identity.get(0);
        facts.put("status", Integer.toString(first.trace().status()));
        facts.put("outcome", first.trace().outcome().word());
        first.trace().error().ifPresent(error -> facts.put("error", error));
        facts.put("events", Integer.toString(first.trace().chunks().size()));
        first.trace()
                .headersNanos()
                .ifPresent(at ->
                        facts.put("headers after", millis(at - first.trace().sentNanos())));
        if (!first.trace().chunks().isEmpty()) {
            facts.put(
                    "first text after",
                    millis(first.trace().chunks().timeNanos(0) - first.trace().sentNanos()));
        }
        facts.put("end after", millis(first.trace().endNanos() - first.trace().sentNanos()));
        for (String name : List.of("content-type", "content-length", "transfer-encoding")) {
            List<String> values = first.headers().get(name);
            if (values != null) {
                facts.put(name, String.join(", ", values));
            }
        }
        facts.put(
                "content-encoding when gzip is offered",
                String.join(", ", gzip.get(0).headers().getOrDefault("content-encoding", List.of("identity"))));
        return facts;
    }

    private static String millis(long nanos) {
        return Math.round(nanos / 1e6) + " ms";
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
