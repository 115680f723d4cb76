package dev.streamux.mockllm.content;

import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads answers from a file: rules from a {@code .json} file, one text for all from any other. */
public final class ContentFile {

    private static final long MOST_BYTES = 16L << 20;

    private ContentFile() {}

    /**
     * The content in a file of UTF-8 text, at most 16 MiB.
     *
     * @throws InvalidInputException if it cannot be read, is too large, is no UTF-8, or its rules are wrong
     */
    public static Content read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InvalidInputException(
                        file + " has " + Files.size(file) + " bytes; answers may have at most " + MOST_BYTES);
            }
            String text = Files.readString(file);
            boolean rules = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
            return rules ? new Content.Scripted(AnswerRules.parse(text)) : new Content.Fixed(text);
        } catch (MalformedInputException e) {
            throw new InvalidInputException(file + " is not UTF-8 text; save it as UTF-8");
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(file + " does not exist; name a file with answers", e);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read answers from " + file + ": " + e.getMessage());
        }
    }
}
