package dev.streamux.mockllm.fault;

import dev.streamux.mockllm.pacing.DelayText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The text form of faults.
 *
 * <pre>
 * faults = fault { "," fault }
 * fault  = word { ";" key "=" value }
 * </pre>
 *
 * <p>{@code status; code=429; retry-after=1; times=2; key=abc}, {@code reset; after=10}, {@code stall; after=50%; for=3s},
 * {@code drip; after=5; bytes=1; every=20ms}, {@code reset; after=20%..80%; chance=5%}. Every fault takes {@code times},
 * {@code key}, {@code chance} and {@code scope}; every fault inside an answer takes {@code after}.
 */
public final class FaultText {
    /** The words that the model's name may carry; see {@link #ofModelPart}. */
    public static final Set<String> MODEL_WORDS = new TreeSet<>(
            List.of("truncate", "reset", "stall", "garbage", "error", "status", "duplicate", "reorder", "cut", "drip"));

    private static final Set<String> PARAMETERS =
            Set.of("after", "times", "key", "code", "retry-after", "for", "bytes", "every", "scope", "chance");
    private static final int MOST_FAULTS = 8;

    /** The faults that need no number of their own. */
    private static final List<Fault.Action> PLAIN = Stream.<Fault.Action[]>of(
                    Fault.Refusal.values(), Fault.Ending.values(), Fault.Twist.values(), Fault.Hush.values())
            .flatMap(Arrays::stream)
            .toList();

    private FaultText() {}

    /**
     * The faults that {@code text} names; empty for {@code none}.
     *
     * @throws IllegalArgumentException if something in it is not known; the message says what is allowed
     */
    public static List<Fault> parse(String text) {
        if (text.isBlank() || text.trim().equals("none")) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            faults.add(single(one.trim()));
        }
        if (faults.size() > MOST_FAULTS) {
            throw new IllegalArgumentException(faults.size() + " faults are too many; at most " + MOST_FAULTS);
        }
        return faults;
    }

    private static Fault single(String text) {
        String[] parts = text.split(";", -1);
        String word = parts[0].trim();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : List.of(parts).subList(1, parts.length)) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            String key = (equals < 0 ? part : part.substring(0, equals)).trim();
            if (equals < 0 || !PARAMETERS.contains(key)) {
                throw new IllegalArgumentException("fault \"" + word + "\" has \"" + part.trim() + "\"; known are "
                        + String.join("=, ", new TreeSet<>(PARAMETERS)) + "=");
            }
            parameters.put(key, part.substring(equals + 1).trim());
        }
        Fault.Action action = action(word, parameters);
        After after = After.parse(parameters.getOrDefault("after", "0"));
        int times = whole("times", parameters.getOrDefault("times", "0"));
        Whom whom =
                new Whom(times, parameters.getOrDefault("key", ""), chance(parameters.getOrDefault("chance", "100%")));
        return new Fault(action, after, whom, scope(parameters));
    }

    private static double chance(String text) {
        try {
            boolean percent = text.endsWith("%");
            BigDecimal number = new BigDecimal(percent ? text.substring(0, text.length() - 1) : text);
            double chance = (percent ? number.movePointLeft(2) : number).doubleValue();
            if (chance >= 0 && chance <= 1) {
                return chance;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(chanceProblem(text), e);
        }
        throw new IllegalArgumentException(chanceProblem(text));
    }

    private static String chanceProblem(String text) {
        return "chance is \"" + text + "\"; it must be a share of the requests, from 0% to 100% or from 0 to 1";
    }

    private static Fault.Scope scope(Map<String, String> parameters) {
        String text = parameters.getOrDefault("scope", "stream");
        for (Fault.Scope scope : Fault.Scope.values()) {
            if (scope.name().toLowerCase(Locale.ROOT).equals(text)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("scope is \"" + text + "\"; it must be stream or connection");
    }

    private static Fault.Action action(String word, Map<String, String> parameters) {
        return switch (word) {
            case "status" ->
                new Fault.Status(
                        whole("code", parameters.getOrDefault("code", "500")),
                        Optional.ofNullable(parameters.get("retry-after")));
            case "stall", "stall-burst" -> {
                String length = parameters.get("for");
                yield new Fault.Stall(
                        length == null ? Fault.FOREVER : DelayText.time(length), word.equals("stall-burst"));
            }
            case "drip" ->
                new Fault.Drip(
                        whole("bytes", parameters.getOrDefault("bytes", "1")),
                        DelayText.time(parameters.getOrDefault("every", "20ms")));
            default ->
                PLAIN.stream()
                        .filter(plain -> plain.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "unknown fault \"" + word + "\"; known are " + String.join(", ", words())));
        };
    }

    private static int whole(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is \"" + text + "\"; it must be a whole number", e);
        }
    }

    /** Every word. */
    public static List<String> words() {
        List<String> words = new ArrayList<>(List.of("status", "stall", "stall-burst", "drip"));
        PLAIN.stream().map(Fault.Action::word).forEach(words::add);
        return words;
    }

    /** The fault that a part of the model's name stands for: {@code truncate20} is {@code truncate; after=20}. */
    public static String ofModelPart(String word, String value) {
        String place = value.isEmpty() ? "0" : value;
        return switch (word) {
            case "status" -> "status; code=" + (value.isEmpty() ? "500" : value);
            case "error" -> "error-event; after=" + place;
            case "cut" -> "cut-event; after=" + place;
            default -> word + "; after=" + place;
        };
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    /** The text of a fault, as {@link #parse} reads it. */
    public static String render(Fault fault) {
        StringBuilder text = new StringBuilder(fault.action().word());
        if (fault.action() instanceof Fault.Status status) {
            text.append("; code=").append(status.code());
            status.retryAfter()
                    .ifPresent(seconds -> text.append("; retry-after=").append(seconds));
        } else if (!(fault.action() instanceof Fault.Early)) {
            text.append("; after=").append(fault.after());
        }
        if (fault.action() instanceof Fault.Stall stall && stall.nanos() != Fault.FOREVER) {
            text.append("; for=").append(DelayText.render(stall.nanos()));
        }
        if (fault.action() instanceof Fault.Drip drip) {
            text.append("; bytes=").append(drip.bytes()).append("; every=").append(DelayText.render(drip.everyNanos()));
        }
        if (fault.scope() == Fault.Scope.CONNECTION) {
            text.append("; scope=connection");
        }
        Whom whom = fault.whom();
        if (whom.chance() < 1) {
            text.append("; chance=").append(percent(whom.chance()));
        }
        if (whom.times() > 0) {
            text.append("; times=").append(whom.times());
        }
        return whom.key().isEmpty()
                ? text.toString()
                : text.append("; key=").append(whom.key()).toString();
    }
}
