package dev.streamux.simulations.scenario.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the file. Reading a wrong value notes the mistake and gives the fallback, so that the reading goes on.
 */
final class Section {
    private final String path;
    private final int line;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * The mapping at {@code path}; keys that are not known are noted as mistakes.
     *
     * @param path such as {@code load.open}; empty for the whole file
     */
    Section(String path, Node node, List<String> known, Problems problems) {
        this.path = path;
        this.line = lineOf(node);
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> add(tuple, known));
        } else if (!node.getTag().equals(Tag.NULL)) {
            problems.add(
                    line, (path.isEmpty() ? "the file" : path) + " is no mapping; it must have keys: " + list(known));
        }
    }

    private void add(NodeTuple tuple, List<String> known) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!known.isEmpty() && !known.contains(key)) {
            problems.add(
                    lineOf(tuple.getKeyNode()),
                    name(key) + " is no known key; the keys here are " + list(known) + NearestWord.hint(key, known));
        } else if (values.put(key, tuple.getValueNode()) != null) {
            problems.add(lineOf(tuple.getKeyNode()), name(key) + " is there twice; it must be there once");
        }
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static String list(List<String> known) {
        return String.join(", ", known);
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** Notes a mistake about the value of a key, or about the whole section if the key is not there. */
    void problem(String key, String text) {
        Node node = values.get(key);
        problems.add(node == null ? line : lineOf(node), name(key) + " " + text);
    }

    /** The line of the section itself. */
    int line() {
        return line;
    }

    /** The scalar as it was written. */
    Optional<String> text(String key) {
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)) {
            return Optional.of(scalar.getValue());
        }
        problem(key, "is no text; it must be one value");
        return Optional.empty();
    }

    /** A value that {@code parse} understands; what it does not is a mistake. */
    <T> Optional<T> value(String key, String allowed, Function<String, Optional<T>> parse) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = text.flatMap(parse);
        if (value.isEmpty()) {
            problem(key, "is \"" + text.get() + "\"; it must be " + allowed);
        }
        return value;
    }

    /** One of these words. */
    Optional<String> word(String key, List<String> words) {
        Optional<String> text = text(key);
        if (text.isPresent() && !words.contains(text.get())) {
            problem(
                    key,
                    "is \"" + text.get() + "\"; it must be one of " + list(words)
                            + NearestWord.hint(text.get(), words));
            return Optional.empty();
        }
        return text;
    }

    /** A whole number of at least {@code least}. */
    Optional<Long> whole(String key, long least) {
        return value(
                key,
                least == Long.MIN_VALUE ? "a whole number" : "a whole number >= " + least,
                text -> number(text)
                        .filter(number -> number >= least && number == Math.rint(number) && Math.abs(number) < 1e15)
                        .map(Double::longValue));
    }

    /** A number above {@code bound}, or at least {@code bound} if {@code inclusive}. */
    Optional<Double> number(String key, double bound, boolean inclusive) {
        String allowed = "a number " + (inclusive ? ">= " : "> ") + (long) bound;
        return value(key, allowed, text -> number(text).filter(number -> inclusive ? number >= bound : number > bound));
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text.strip().replace("_", "")))
                    .filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A duration ≥ 0. */
    Optional<Duration> duration(String key) {
        return value(key, DurationText.ALLOWED, DurationText::parse);
    }

    /** A duration &gt; 0. */
    Optional<Duration> positiveDuration(String key) {
        return value(
                key,
                DurationText.ALLOWED + ", more than 0",
                text -> DurationText.parse(text).filter(duration -> !duration.isZero()));
    }

    /** {@code true} or {@code false}. */
    Optional<Boolean> flag(String key) {
        return word(key, List.of("true", "false")).map(Boolean::parseBoolean);
    }

    /** The mapping at a key. */
    Optional<Section> section(String key, List<String> known) {
        return Optional.ofNullable(values.get(key)).map(node -> new Section(name(key), node, known, problems));
    }

    /** The mappings of the list at a key; empty if it is not there. */
    List<Section> sections(String key, List<String> known) {
        List<Section> sections = new ArrayList<>();
        for (Node item : items(key)) {
            sections.add(new Section(name(key) + "[" + sections.size() + "]", item, known, problems));
        }
        return sections;
    }

    /** The texts of the list at a key with their lines; empty if it is not there. */
    List<Line> texts(String key) {
        return items(key).stream()
                .filter(item -> {
                    boolean scalar = item instanceof ScalarNode;
                    if (!scalar) {
                        problems.add(lineOf(item), name(key) + " has an entry that is no text; each must be one value");
                    }
                    return scalar;
                })
                .map(item -> new Line(((ScalarNode) item).getValue(), lineOf(item)))
                .collect(Collectors.toList());
    }

    /** The pairs of the mapping at a key; empty if it is not there. */
    Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        section(key, List.of())
                .ifPresent(section ->
                        section.keys().forEach(name -> section.text(name).ifPresent(value -> pairs.put(name, value))));
        return pairs;
    }

    boolean isList(String key) {
        return values.get(key) instanceof SequenceNode;
    }

    private List<Node> items(String key) {
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(key, "is no list; it must have entries that start with \"- \"");
        return List.of();
    }

    /** A text and its line, counted from 1. */
    record Line(String text, int number) {}
}
