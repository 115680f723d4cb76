package dev.streamux.cli.diagnosis;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.cli.doctor.ExaminationFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code diagnosis.json}, schema {@code streamux-diagnosis/1}: what each route of a run does to streams, and the fix. */
final class DiagnosisFile {
    private static final String SCHEMA = "streamux-diagnosis/1";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DiagnosisFile() {}

    static void write(List<RouteReport> reports, Path file) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SCHEMA);
        root.put("routes", reports.stream().map(DiagnosisFile::route).toList());
        try {
            MAPPER.writeValue(file.toFile(), root);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> route(RouteReport report) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("route", report.use().route().word());
        one.put("arms", report.use().arms());
        one.putAll(ExaminationFacts.of(report.examination()));
        report.measured().ifPresent(figures -> one.put("measured", PathFigures.of(figures)));
        return one;
    }
}
