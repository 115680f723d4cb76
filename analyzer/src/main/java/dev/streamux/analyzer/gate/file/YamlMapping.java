package dev.streamux.analyzer.gate.file;

import dev.streamux.analyzer.gate.rule.NearestWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One mapping of a file. A wrong value is noted and read as absent, so that the reading goes on to the next mistake. */
final class YamlMapping {
    private final int line;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** The mapping of this node; keys that are not known or are there twice are noted. */
    YamlMapping(MappingNode node, List<String> known, Problems problems) {
        line = lineOf(node);
        this.problems = problems;
        node.getValue().forEach(tuple -> add(tuple, known));
    }

    private void add(NodeTuple tuple, List<String> known) {
        int at = lineOf(tuple.getKeyNode());
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!known.contains(key)) {
            problems.add(
                    at,
                    "unknown key \"" + key + "\"; did you mean \"" + NearestWord.of(key, known)
                            + "\"? the keys here are " + String.join(", ", known));
        } else if (values.put(key, tuple.getValueNode()) != null) {
            problems.add(at, "key \"" + key + "\" is there twice; it must be there once");
        }
    }

    /** The line of the node, from 1. */
    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** The first line of the mapping. */
    int line() {
        return line;
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of the key, read by {@code parser}, whose complaint is noted. */
    <T> Optional<T> value(String key, Function<String, T> parser) {
        return node(key).flatMap(node -> scalar(node, key, parser));
    }

    /** The value as a list; a single scalar is a list of one. */
    List<String> list(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .flatMap(item -> scalar(item, key, Function.identity()).stream())
                    .toList();
        }
        return node.stream()
                .flatMap(one -> scalar(one, key, Function.identity()).stream())
                .toList();
    }

    /** The items of a sequence; none if the key is missing. */
    Stream<Node> items(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof SequenceNode sequence) {
            return sequence.getValue().stream();
        }
        node.ifPresent(other -> problems.add(lineOf(other), key + " is no list; it must be a list"));
        return Stream.empty();
    }

    private <T> Optional<T> scalar(Node node, String key, Function<String, T> parser) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(lineOf(node), key + " is no plain value; it must be one");
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(scalar.getValue()));
        } catch (IllegalArgumentException e) {
            problems.add(lineOf(node), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
