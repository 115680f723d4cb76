package dev.streamux.trace.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.trace.file.TraceFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code run.json}: what was run, with what, on what machine, and how far it can be trusted.
 *
 * @param schema always {@value #SCHEMA}
 * @param toolVersion the version of streamux that made the run
 * @param command the command line without secrets
 * @param startedAt wall-clock time of the start, ISO 8601 in UTC; the only wall-clock time of a run
 * @param originNanoTime the monotonic clock at run start; every time of the traces counts from here
 * @param complete whether the run went to its planned end; false after Ctrl-C
 * @param seed the run's seed
 * @param scenario the resolved scenario: plain maps, lists, strings and numbers
 * @param arms the names of the arms in the order to show them; the first is the baseline
 * @param machine cores, memory, JDK, operating system, limits
 * @param selfCheck how far the run can be trusted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunManifest(
        String schema,
        String toolVersion,
        List<String> command,
        String startedAt,
        long originNanoTime,
        boolean complete,
        long seed,
        Map<String, Object> scenario,
        List<String> arms,
        Map<String, Object> machine,
        SelfCheck selfCheck) {

    /** The schema that this version writes. */
    public static final String SCHEMA = "streamux-run/1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    // An older or hand-written manifest may lack a key; Jackson then passes null.
    @SuppressWarnings("NullAway")
    public RunManifest {
        schema = orElse(schema, SCHEMA);
        toolVersion = orElse(toolVersion, "unknown");
        command = List.copyOf(orElse(command, List.of()));
        startedAt = orElse(startedAt, "");
        scenario = orElse(scenario, Map.of());
        arms = List.copyOf(orElse(arms, List.of()));
        machine = orElse(machine, Map.of());
        selfCheck = orElse(selfCheck, SelfCheck.NONE);
    }

    private static <T> T orElse(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    /** The same manifest with this self-check. */
    public RunManifest withSelfCheck(SelfCheck check) {
        return new RunManifest(
                schema,
                toolVersion,
                command,
                startedAt,
                originNanoTime,
                complete,
                seed,
                scenario,
                arms,
                machine,
                check);
    }

    /** The same manifest with this mark of completeness. */
    public RunManifest withComplete(boolean value) {
        return new RunManifest(
                schema,
                toolVersion,
                command,
                startedAt,
                originNanoTime,
                value,
                seed,
                scenario,
                arms,
                machine,
                selfCheck);
    }

    /** Writes the manifest; the file is replaced whole, never half. */
    public void write(Path file) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(temporary, MAPPER.writeValueAsBytes(this));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a manifest.
     *
     * @throws TraceFormatException if it is not one
     */
    public static RunManifest read(Path file) {
        try {
            return MAPPER.readValue(file.toFile(), RunManifest.class);
        } catch (JsonProcessingException e) {
            throw new TraceFormatException(file + ":" + e.getLocation().getLineNr() + ": is not a run manifest: "
                    + e.getOriginalMessage() + "; make the run anew");
        } catch (IOException e) {
            throw new TraceFormatException(file + " cannot be read: " + e.getMessage());
        }
    }
}
