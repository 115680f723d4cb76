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
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code rounds.json}: a run that is played on until a gate has decided.
 *
 * <p>Each group of rounds is a run directory of its own, {@code rounds/2}, {@code rounds/3} and so on; the first group is
 * the run itself. One look is taken after each group, so the number of groups says which look the files stand for.
 *
 * @param schema always {@value #SCHEMA}
 * @param most the planned number of groups, fixed before the first look; ≥ 1
 * @param played the groups that are there and count, the run itself included; 1 to {@code most}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunRounds(String schema, int most, int played) {
    /** The schema that this version writes. */
    public static final String SCHEMA = "streamux-rounds/1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    // A file of another hand may lack the schema; Jackson then passes null.
    @SuppressWarnings("NullAway")
    public RunRounds {
        schema = orElse(schema, SCHEMA);
        if (most < 1 || played < 1 || played > most) {
            throw new IllegalArgumentException(
                    "rounds are " + played + " of " + most + "; they must be at least 1 and not more than planned");
        }
    }

    private static <T> T orElse(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    /** A plan of so many groups, of which the run itself is played. */
    public static RunRounds planned(int most) {
        return new RunRounds(SCHEMA, most, 1);
    }

    /** One group more is there. */
    public RunRounds plusOne() {
        return new RunRounds(schema, most, played + 1);
    }

    /** Whether the plan allows no further group. */
    public boolean exhausted() {
        return played == most;
    }

    /** The directories of all groups that count, the run itself first. */
    public List<RunDirectory> directories(RunDirectory run) {
        return IntStream.rangeClosed(1, played)
                .mapToObj(number -> number == 1 ? run : new RunDirectory(run.round(number)))
                .toList();
    }

    /** Writes the file; it is replaced whole, never half. */
    public void write(RunDirectory run) {
        Path file = run.rounds();
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(temporary, MAPPER.writeValueAsBytes(this));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * The rounds of a run; empty for a run that is as it was played.
     *
     * @throws TraceFormatException if the file is not one
     */
    public static Optional<RunRounds> of(RunDirectory run) {
        if (!Files.exists(run.rounds())) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(run.rounds().toFile(), RunRounds.class));
        } catch (JsonProcessingException e) {
            throw new TraceFormatException(run.rounds() + " is no plan of rounds: " + e.getOriginalMessage()
                    + "; take it away to judge the run alone");
        } catch (IOException e) {
            throw new TraceFormatException(run.rounds() + " cannot be read: " + e.getMessage());
        }
    }
}
