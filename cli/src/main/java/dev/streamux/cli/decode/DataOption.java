package dev.streamux.cli.decode;

import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The value of an option that is text, or {@code @FILE} for a file's content. */
public final class DataOption {
    private DataOption() {}

    /**
     * The text; empty if the option was not given.
     *
     * @throws InvalidInputException if the file cannot be read
     */
    public static Optional<String> read(@Nullable String value) {
        if (value == null || !value.startsWith("@")) {
            return Optional.ofNullable(value);
        }
        Path file = Path.of(value.substring(1));
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new InvalidInputException(
                    "--data names the file " + file + ", which cannot be read: " + e.getMessage()
                            + "; name a readable UTF-8 file",
                    e);
        }
    }
}
