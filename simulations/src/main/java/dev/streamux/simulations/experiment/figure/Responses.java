package dev.streamux.simulations.experiment.figure;

import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ways to look at a list of responses. */
public final class Responses {
    private Responses() {}

    /** Those of one arm, in order. */
    public static List<ResponseTrace> of(String arm, List<ResponseTrace> responses) {
        return responses.stream().filter(response -> response.arm().equals(arm)).collect(Collectors.toList());
    }

    /** By key, in order of first appearance; a response without a key is left out. */
    public static Map<String, List<ResponseTrace>> by(
            List<ResponseTrace> responses, Function<ResponseTrace, Optional<String>> key) {
        Map<String, List<ResponseTrace>> groups = new LinkedHashMap<>();
        for (ResponseTrace response : responses) {
            key.apply(response)
                    .ifPresent(name -> groups.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(response));
        }
        return groups;
    }

    /** The attribute of this name. */
    public static Optional<String> attribute(ResponseTrace response, String name) {
        return Optional.ofNullable(response.attributes().get(name));
    }

    /** The attribute as nanoseconds from run start. */
    public static OptionalLong nanos(ResponseTrace response, String name) {
        return attribute(response, name)
                .map(Long::parseLong)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
