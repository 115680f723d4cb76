package dev.streamux.simulations.hop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.diagnosis.Kind;
import dev.streamux.simulations.proxy.ImpairmentProxy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        // A long way with jitter is no buffer, and is not called one.
        DELIVERY.put("network:delay=60ms,jitter=20ms", List.of("streamed with jitter", "streamed with jitter"));
    }

    /** Policy to the kind that names what it does to the end of an answer; {@code pass} has none. */
    private static final Map<String, List<Kind>> ENDINGS = new LinkedHashMap<>();

    static {
        ENDINGS.put("pass", List.of());
        ENDINGS.put("truncate-clean", List.of(Kind.SILENT_TRUNCATION));
        ENDINGS.put("hang-on-reset", List.of(Kind.HANGS));
        ENDINGS.put("never-cancel", List.of(Kind.CANCELLATION_LEAK));
        ENDINGS.put("retry", List.of(Kind.RETRY));
        ENDINGS.put("idle-cut:2s", List.of(Kind.IDLE_CUT));
    }

    private static final int AT_ONCE = 6;

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

    @Test
    void everyPolicyThatTouchesTheEndIsNamed() {
        int seed = Integer.getInteger("seed", 1);
        List<String> wrong = new ArrayList<>();
        try (Rig rig = new Rig(seed)) {
            List<String> policies = List.copyOf(ENDINGS.keySet());
            List<String> doubtful = misjudged(rig, policies).keySet().stream().toList();
            wrong.addAll(misjudged(rig, doubtful).values());
        }
        assertThat(wrong).as("seed %d", seed).isEmpty();
    }

    @Test
    void aQueueIsNamedWhenManyStreamsAreOpenAndOnlyThen() {
        try (Rig rig = new Rig(1);
                ImpairmentProxy queue = rig.proxy("queue:16");
                ImpairmentProxy pass = rig.proxy("pass")) {
            // 60 answers of 0.55 s through 16 places: the last waits for three others, 1.65 s
            assertThat(EndingRules.judge(rig.probe().crowd(Rig.uri(queue), 60)))
                    .extracting(Finding::kind)
                    .containsExactly(Kind.QUEUEING);
            assertThat(EndingRules.judge(rig.probe().crowd(Rig.uri(pass), 60))).isEmpty();
        }
    }

    private static Map<String, String> misjudged(Rig rig, List<String> policies) {
        List<ImpairmentProxy> proxies = policies.stream().map(rig::proxy).toList();
        try {
            List<Hop> hops = new ArrayList<>();
            for (int i = 0; i < policies.size(); i++) {
                hops.add(Hop.http1(policies.get(i), Rig.uri(proxies.get(i))));
            }
            Map<String, String> wrong = new LinkedHashMap<>();
            List<Map<ProbeCase, Ended>> endings = rig.probe().endings(hops);
            for (int i = 0; i < policies.size(); i++) {
                PathReport report =
                        new PathReport(0, new EnumMap<>(ProbeCase.class), endings.get(i), Optional.empty(), Map.of());
                List<Finding> findings = EndingRules.judge(report);
                List<Kind> kinds =
                        findings.stream().map(Finding::kind).distinct().toList();
                if (!kinds.equals(ENDINGS.get(policies.get(i)))) {
                    wrong.put(policies.get(i), policies.get(i) + ": " + findings);
                }
            }
            return wrong;
        } finally {
            proxies.forEach(ImpairmentProxy::close);
        }
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
