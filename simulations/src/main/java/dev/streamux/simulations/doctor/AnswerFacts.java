package dev.streamux.simulations.doctor;

import dev.streamux.simulations.hop.CaseResult;
import dev.streamux.trace.ResponseTrace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be read off an answer of any endpoint, by name. */
final class AnswerFacts {
    private AnswerFacts() {}

    /** The facts of an answer, and what an offer of gzip changed. */
    static Map<String, String> of(CaseResult answer, CaseResult gzip) {
        ResponseTrace trace = answer.trace();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("status", Integer.toString(trace.status()));
        facts.put("outcome", trace.outcome().word());
        trace.error().ifPresent(error -> facts.put("error", error));
        facts.put("events", Integer.toString(trace.chunks().size()));
        trace.headersNanos().ifPresent(at -> facts.put("headers after", millis(at - trace.sentNanos())));
        if (!trace.chunks().isEmpty()) {
            facts.put("first text after", millis(trace.chunks().timeNanos(0) - trace.sentNanos()));
        }
        facts.put("end after", millis(trace.endNanos() - trace.sentNanos()));
        for (String name : List.of("content-type", "content-length", "transfer-encoding")) {
            List<String> values = answer.headers().get(name);
            if (values != null) {
                facts.put(name, String.join(", ", values));
            }
        }
        facts.put(
                "content-encoding when gzip is offered",
                String.join(", ", gzip.headers().getOrDefault("content-encoding", List.of("identity"))));
        return facts;
    }

    private static String millis(long nanos) {
        return Math.round(nanos / 1e6) + " ms";
    }
}
