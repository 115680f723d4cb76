package dev.streamux.simulations.proxy.policy;

import dev.streamux.trace.InvalidInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words of policies.
 *
 * <pre>
 * policies = policy *( "+" policy )
 * policy   = word [ ":" argument ]
 * </pre>
 */
final class PolicyWords {
    private static final Map<String, Policy> BARE = Map.ofEntries(
            Map.entry("pass", new Policy.Pass()),
            Map.entry("full", new Policy.Full(false)),
            Map.entry("full-length", new Policy.Full(true)),
            Map.entry("hold-one", new Policy.HoldOne()),
            Map.entry("headers-late", new Policy.HeadersLate()),
            Map.entry("gzip", new Policy.Gzip(false)),
            Map.entry("gzip-flush", new Policy.Gzip(true)),
            Map.entry("truncate-clean", new Policy.TruncateClean()),
            Map.entry("hang-on-reset", new Policy.HangOnReset()),
            Map.entry("never-cancel", new Policy.NeverCancel()),
            Map.entry("retry", new Policy.Retry()));

    private static final Map<String, Function<String, Policy>> WITH_ARGUMENT = Map.of(
            "size", text -> new Policy.SizeBuffer(Quantities.bytes(text)),
            "time", text -> new Policy.PeriodicFlush(Quantities.duration(text)),
            "one-shot", text -> new Policy.OneShotTimer(Quantities.duration(text)),
            "hold-first", text -> new Policy.HoldFirst(Quantities.bytes(text)),
            "queue", text -> new Policy.Queue(Quantities.bytes(text)),
            "idle-cut", text -> new Policy.IdleCut(Quantities.duration(text)),
            "network", PolicyWords::network);

    private static final String KNOWN = "pass, full, full-length, size:N, time:T, one-shot:T, hold-one, hold-first:N,"
            + " headers-late, gzip, gzip-flush, truncate-clean, hang-on-reset, never-cancel, retry, queue:K, idle-cut:T,"
            + " network:delay=T,jitter=T,bandwidth=R,stall=P%/T";

    private PolicyWords() {}

    static Policy parse(String text) {
        List<Policy> steps = new ArrayList<>();
        for (String word : text.split("\\+", -1)) {
            steps.addAll(parseOne(text, word.strip()).steps());
        }
        return steps.size() == 1 ? steps.get(0) : new Policy.Sequence(steps);
    }

    private static Policy parseOne(String whole, String text) {
        Optional<Preset> preset = Preset.find(text);
        if (preset.isPresent()) {
            return preset.get().policy();
        }
        Policy bare = BARE.get(text);
        if (bare != null) {
            return bare;
        }
        int colon = text.indexOf(':');
        Function<String, Policy> reader = WITH_ARGUMENT.get(colon < 0 ? text : text.substring(0, colon));
        if (reader == null) {
            throw new InvalidInputException("policy \"" + whole + "\": \"" + text + "\" is unknown; known are " + KNOWN
                    + ", several joined by +, and the presets " + Preset.names());
        }
        if (colon < 0) {
            throw new InvalidInputException("policy \"" + whole + "\": \"" + text + "\" lacks its value; known are "
                    + KNOWN + "; for instance size:4096, time:1s or queue:8");
        }
        try {
            return reader.apply(text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("policy \"" + whole + "\": " + e.getMessage() + "; known are " + KNOWN, e);
        }
    }

    private static Policy network(String text) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (equals < 0 || !List.of("delay", "jitter", "bandwidth", "stall").contains(key)) {
                throw new IllegalArgumentException("network has \"" + pair
                        + "\"; it takes delay=T, jitter=T, bandwidth=R and stall=P%/T, comma separated");
            }
            given.put(key, pair.substring(equals + 1));
        }
        String[] stall = given.getOrDefault("stall", "0%/0ms").split("%/", -1);
        if (stall.length != 2) {
            throw new IllegalArgumentException("network stall is \"" + given.get("stall") + "\"; write it as 2%/200ms");
        }
        return new Policy.Network(
                Quantities.duration(given.getOrDefault("delay", "0ms")),
                Quantities.duration(given.getOrDefault("jitter", "0ms")),
                given.containsKey("bandwidth")
                        ? OptionalLong.of(Quantities.bytesPerSecond(given.getOrDefault("bandwidth", "")))
                        : OptionalLong.empty(),
                Double.parseDouble(stall[0]) / 100,
                Quantities.duration(stall[1]));
    }

    static String text(Policy.Network network) {
        List<String> parts = new ArrayList<>();
        addDuration(parts, "delay", network.delay());
        addDuration(parts, "jitter", network.jitter());
        network.bytesPerSecond().ifPresent(rate -> parts.add("bandwidth=" + rate * 8 + "bit"));
        if (network.stallShare() > 0) {
            parts.add("stall=" + network.stallShare() * 100 + "%/" + Quantities.text(network.stall()));
        }
        return "network:" + (parts.isEmpty() ? "delay=0s" : String.join(",", parts));
    }

    private static void addDuration(List<String> parts, String key, Duration value) {
        if (!value.isZero()) {
            parts.add(key + "=" + Quantities.text(value));
        }
    }

    /** The presets' names for messages. */
    static String join(Preset[] presets) {
        return Arrays.stream(presets).map(Preset::word).collect(Collectors.joining(", "));
    }
}
