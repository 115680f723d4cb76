package dev.streamux.simulations.hop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.diagnosis.Finding;
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

    private static final int AT_ONCE = 3;

    @Test
    void everyDeliveryPolicyIsNamedWithoutAndWithGzip() {
        int seed = Integer.getInteger("seed", 1);
        List<String> policies = List.copyOf(DELIVERY.keySet());
        List<String> wrong = new ArrayList<>();
        try (Rig rig = new Rig(seed)) {
            for (int i = 0; i < policies.size(); i += AT_ONCE) {
                List<String> group = policies.subList(i, Math.min(i + AT_ONCE, policies.size()));
                // A neighbour's noise does not come again in the same place; what is wrong twice is wrong.
                List<String> doubtful = misnamed(rig, group).keySet().stream().toList();
                wrong.addAll(misnamed(rig, doubtful).values());
            }
        }
        assertThat(wrong).as("seed %d", seed).hasSizeLessThanOrEqualTo(2 * DELIVERY.size() / 20);
        assertThat(wrong).as("seed %d", seed).noneMatch(line -> line.startsWith("pass"));
    }

    private static Map<String, String> misnamed(Rig rig, List<String> policies) {
        List<ImpairmentProxy> proxies =
                policies.stream().map(policy -> rig.proxy(policy)).toList();
        try {
            List<Prober.Pending> pending = new ArrayList<>();
            for (ImpairmentProxy proxy : proxies) {
                pending.add(rig.prober.send(Rig.uri(proxy), ProbeCase.IDENTITY));
                pending.add(rig.prober.send(Rig.uri(proxy), ProbeCase.GZIP));
            }
            Map<String, String> wrong = new LinkedHashMap<>();
            for (int i = 0; i < pending.size(); i++) {
                String policy = policies.get(i / 2);
                Finding finding = Delivered.of(pending.get(i).result(), 0).finding();
                String title = DELIVERY.getOrDefault(policy, List.of()).get(i % 2);
                if (!finding.title().matches(title)) {
                    wrong.put(policy, policy + (i % 2 == 0 ? ": " : " with gzip: ") + finding);
                }
            }
            return wrong;
        } finally {
            proxies.forEach(ImpairmentProxy::close);
        }
    }
}
