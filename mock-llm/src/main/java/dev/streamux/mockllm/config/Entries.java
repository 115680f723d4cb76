package dev.streamux.mockllm.config;

import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys and values of one mapping in a YAML file, each with its line. */
final class Entries {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Problems problems;

    private Entries(Problems problems) {
        this.problems = problems;
    }

    /**
     * The mapping that a file is.
     *
     * @throws InvalidInputException if the file cannot be read
     */
    static Entries of(Path file, Problems problems) {
        Entries entries = new Entries(problems);
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            new Compose(settings).composeString(Files.readString(file)).ifPresent(entries::fill);
        } catch (IOException e) {
            throw new InvalidInputException(file + " cannot be read; name a file that is there with --config", e);
        } catch (MarkedYamlEngineException e) {
            problems.add(line(e.getProblemMark()), "this is not YAML: " + e.getProblem());
        }
        return entries;
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(found -> found.getLine() + 1).orElse(1);
    }

    private void fill(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(line(node.getStartMark()), "there must be keys with values here");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key
                    && nodes.put(key.getValue(), tuple.getValueNode()) != null) {
                problems.add(line(key.getStartMark()), "\"" + key.getValue() + "\" is given twice");
            }
        }
    }

    /** Notes every key that is not one of these. */
    void allow(List<String> known) {
        nodes.forEach((key, node) -> {
            if (!known.contains(key)) {
                problems.add(
                        line(node.getStartMark()),
                        "unknown key \"" + key + "\"" + nearest(key, known) + "; known are "
                                + String.join(", ", known));
            }
        });
    }

    private static String nearest(String key, List<String> known) {
        return known.stream()
                .filter(word -> Distance.between(key, word) <= 2)
                .findFirst()
                .map(word -> "; did you mean \"" + word + "\"?")
                .orElse("");
    }

    /** The mapping under a key; empty if it is not there. */
    Entries section(String key) {
        Entries section = new Entries(problems);
        Node node = nodes.get(key);
        if (node != null) {
            section.fill(node);
        }
        return section;
    }

    /** The text of a key, if it is there. */
    Optional<String> text(String key) {
        return value(key, text -> text);
    }

    /** The number of a key, if it is there and in range. */
    OptionalLong whole(String key, long least, long most) {
        Optional<Long> number = value(key, text -> {
            long parsed = Long.parseLong(text);
            if (parsed < least || parsed > most) {
                throw new IllegalArgumentException("it must be from " + least + " to " + most);
            }
            return parsed;
        });
        return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
    }

    /** The value of a key, if it is there and right. */
    <T> Optional<T> value(String key, Function<String, T> parser) {
        Node node = nodes.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(line(node.getStartMark()), key + " must be one value");
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(scalar.getValue()));
        } catch (NumberFormatException e) {
            problems.add(line(node.getStartMark()), key + " is \"" + scalar.getValue() + "\"; it must be a number");
        } catch (IllegalArgumentException | InvalidInputException e) {
            problems.add(line(node.getStartMark()), key + " is \"" + scalar.getValue() + "\": " + e.getMessage());
        }
        return Optional.empty();
    }
}
