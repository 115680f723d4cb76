package dev.streamux.cli.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.analyzer.perception.curve.LogLogistic;
import dev.streamux.analyzer.perception.rating.Calibration;
import dev.streamux.analyzer.perception.rating.GoodnessOfFit;
import dev.streamux.analyzer.perception.rating.Uncertainty;
import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The constants of a calibration as a file, schema {@code streamux-calibration/1}. */
public final class CalibrationFile {
    private static final String SCHEMA = "streamux-calibration/1";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private CalibrationFile() {}

    /**
     * Writes the file.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public static void write(Calibration calibration, Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("t50Seconds", calibration.curve().t50Seconds());
        json.put("beta", calibration.curve().beta());
        json.put("interceptVariance", calibration.uncertainty().interceptVariance());
        json.put("covariance", calibration.uncertainty().covariance());
        json.put("slopeVariance", calibration.uncertainty().slopeVariance());
        json.put("ratings", calibration.ratings());
        calibration.raters().ifPresent(raters -> json.put("raters", raters));
        json.put("lowestWaitSeconds", calibration.lowestWaitSeconds());
        json.put("highestWaitSeconds", calibration.highestWaitSeconds());
        calibration.fit().ifPresent(fit -> {
            json.put("groups", fit.groups());
            json.put("g", fit.g());
            json.put("pValue", fit.pValue());
        });
        try {
            Files.writeString(file, MAPPER.writeValueAsString(json).replace("\r\n", "\n") + "\n");
        } catch (IOException e) {
            throw InvalidInputException.unwritable(file, e);
        }
    }

    /**
     * Reads the file.
     *
     * @throws InvalidInputException if it is no such file; the message names the key
     */
    public static Calibration read(Path file) {
        JsonNode json;
        try {
            json = MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new InvalidInputException(
                    file + " is not JSON: " + e.getOriginalMessage() + "; name a file of streamux calibrate --out", e);
        } catch (IOException e) {
            throw InvalidInputException.unreadable(file, e, "name a file of streamux calibrate --out");
        }
        if (!json.path("schema").asText().equals(SCHEMA)) {
            throw new InvalidInputException(
                    file + ": schema is \"" + json.path("schema").asText() + "\"; it must be \"" + SCHEMA
                            + "\"; name a file of streamux calibrate --out");
        }
        try {
            return new Calibration(
                    new LogLogistic(number(json, "t50Seconds"), number(json, "beta"), 0),
                    new Uncertainty(
                            number(json, "interceptVariance"),
                            number(json, "covariance"),
                            number(json, "slopeVariance")),
                    (long) number(json, "ratings"),
                    json.has("raters") ? OptionalInt.of((int) number(json, "raters")) : OptionalInt.empty(),
                    number(json, "lowestWaitSeconds"),
                    number(json, "highestWaitSeconds"),
                    json.has("g")
                            ? Optional.of(new GoodnessOfFit(
                                    (int) number(json, "groups"), number(json, "g"), number(json, "pValue")))
                            : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(file + ": " + e.getMessage() + "; make it anew with streamux calibrate", e);
        }
    }

    private static double number(JsonNode json, String key) {
        if (!json.path(key).isNumber()) {
            throw new IllegalArgumentException("the key \"" + key + "\" is missing or not a number");
        }
        return json.path(key).asDouble();
    }
}
