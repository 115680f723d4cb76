package dev.streamux.simulations.hop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import dev.streamux.simulations.proxy.ImpairmentProxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every policy, measured through the client, must be named; and a path that does nothing must not be accused. */
@Timeout(120)
class NamingIT {
    /** Policy to the titles that name it, without and with gzip offered. */
    private static final Map<String, List<String>> DELIVERY = new LinkedHashMap<>();

    static {
        DELIVERY.put("pass", List.of("streamed", "streamed"));
        DELIVERY.put("gzip-flush", List.of("streamed", "streamed"));
        DELIVERY.put("full", List.of("full-response buffer", "full-response buffer"));
        DELIVERY.put("full-length", List.of("stored and forwarded.*", "stored and forwarded.*"));
        for (String size : List.of("1024", "4096", "8192", "16384", "32768")) {
            DELIVERY.put("size:" + size, List.of("size buffer of " + size + " B", "size buffer of " + size + " B"));
        }
        for (String period : List.of("50ms", "100ms", "250ms", "1s")) {
            DELIVERY.put("time:" + period, List.of("periodic flush.*", "periodic flush.*"));
        }
        DELIVERY.put("one-shot:200ms", List.of("200 ms cork.*", "200 ms cork.*"));
        DELIVERY.put("one-shot:500ms", List.of("one-shot timer.*", "one-shot timer.*"));
        DELIVERY.put("hold-one", List.of("one event behind", "one event behind"));
        DELIVERY.put("hold-first:2048", List.of("initial hold.*", "initial hold.*"));
        DELIVERY.put("headers-late", List.of("headers held.*", "headers held.*"));
        DELIVERY.put("gzip", List.of("streamed", "compressor.*"));
    }

    @Test
    void everyDeliveryPolicyIsNamedWithoutAndWithGzip() {
        int seed = Integer.getInteger("seed", 1);
        try (Rig rig = new Rig(seed)) {
            List<String> wrong = new ArrayList<>();
            DELIVERY.forEach((policy, titles) -> wrong.addAll(check(rig, policy, titles)));
            // Two figures of each policy; at most one in twenty may be off on a machine that others use too.
            assertThat(wrong).as("seed %d", seed).hasSizeLessThanOrEqualTo(2 * DELIVERY.size() / 20);
        }
    }

    private static List<String> check(Rig rig, String policy, List<String> titles) {
        try (ImpairmentProxy proxy = rig.proxy(policy)) {
            Prober.Pending direct = rig.prober.send(rig.origin.uri(), ProbeCase.IDENTITY);
            Prober.Pending identity = rig.prober.send(Rig.uri(proxy), ProbeCase.IDENTITY);
            Prober.Pending gzip = rig.prober.send(Rig.uri(proxy), ProbeCase.GZIP);
            Delivered rigItself = Delivered.of(direct.result(), 0);
            List<String> wrong = new ArrayList<>();
            List<Finding> findings = List.of(
                    Delivered.of(identity.result(), 0).finding(),
                    Delivered.of(gzip.result(), 0).finding());
            for (int i = 0; i < 2; i++) {
                Finding finding = findings.get(i);
                System.out.printf("%-18s %-40s %s%n", policy, finding.title(), finding.evidence());
                if (!finding.title().matches(titles.get(i))
                        && rigItself.finding().kind() == Kind.STREAMED) {
                    wrong.add(policy + (i == 0 ? "" : " with gzip") + ": " + finding);
                }
            }
            return wrong;
        }
    }
}
