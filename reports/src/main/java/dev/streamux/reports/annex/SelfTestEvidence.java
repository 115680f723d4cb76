package dev.streamux.reports.annex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the client read streams whose truth is known, on this machine, just before the run.
 *
 * @param verdict the worst of all shapes: {@code right}, {@code late} or {@code wrong}
 * @param limitMillis the largest error of a time that is still right
 * @param shapes how many streams were played
 * @param worstMillis the largest error of a first text or a gap; empty if none was timed
 * @param faults the shapes that were not read right, with what was wrong
 */
public record SelfTestEvidence(
        String verdict, double limitMillis, int shapes, OptionalDouble worstMillis, List<String> faults) {
    public SelfTestEvidence {
        faults = List.copyOf(faults);
    }

    static SelfTestEvidence of(JsonNode root) {
        List<Double> errors = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (JsonNode shape : root.path("shapes")) {
            JsonNode expected = shape.path("expectedFirstTextMillis");
            JsonNode measured = shape.path("measuredFirstTextMillis");
            if (expected.isNumber() && measured.isNumber()) {
                errors.add(Math.abs(measured.asDouble() - expected.asDouble()));
            }
            if (shape.path("maxGapErrorMillis").isNumber()) {
                errors.add(shape.path("maxGapErrorMillis").asDouble());
            }
            if (!shape.path("verdict").asText().equals("right")) {
                faults.add(shape.path("name").asText() + " ("
                        + shape.path("verdict").asText() + "): "
                        + String.join("; ", JsonFile.texts(shape.path("problems"))));
            }
        }
        return new SelfTestEvidence(
                root.path("verdict").asText(),
                root.path("limitMillis").asDouble(),
                root.path("shapes").size(),
                errors.stream().mapToDouble(error -> error).max(),
                faults);
    }
}
