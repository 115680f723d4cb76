package dev.streamux.mockllm.content;

import dev.streamux.protocol.chat.answer.TextPieces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Our own texts, read from resources and cut into tokens once.
 *
 * <p>A section ends with an empty line. The parts of an opening sentence are joined without white space; a part that
 * follows another starts with its own space.
 */
final class TextLibrary {

    private static final String SEPARATOR = "\n=====\n";
    private static final String PARAGRAPH = "\n\n";

    private final Tokenizer tokenizer;
    private final List<TextPieces> prose;
    private final List<TextPieces> markdown;
    private final List<TextPieces> world;
    private final List<TextPieces> mixed;
    private final List<List<TextPieces>> sentenceParts;
    private final List<TextPieces> laterOpenings;
    private final List<TextPieces> lastEndings;

    TextLibrary(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        prose = sections("prose.txt");
        markdown = sections("markdown.txt");
        world = sections("world.txt");
        mixed = new ArrayList<>(prose);
        mixed.addAll(markdown);
        List<List<String>> parts = Arrays.stream(
                        read("openings.txt").stripTrailing().split(SEPARATOR))
                .map(part -> List.of(part.split("\n")))
                .toList();
        sentenceParts = parts.stream().map(part -> cut("", part, "")).toList();
        laterOpenings = cut(" ", parts.get(0), "");
        lastEndings = cut("", parts.get(parts.size() - 1), PARAGRAPH);
    }

    /** Sections of a genre, always in the same order. */
    List<TextPieces> sections(Genre genre) {
        return switch (genre) {
            case PROSE -> prose;
            case MARKDOWN -> markdown;
            case WORLD -> world;
            case MIXED -> mixed;
        };
    }

    /** The parts of a sentence: for each place, the choices. */
    List<List<TextPieces>> sentenceParts() {
        return sentenceParts;
    }

    /** Choices for the first place of a sentence that follows another. */
    List<TextPieces> laterOpenings() {
        return laterOpenings;
    }

    /** Choices for the last place of a paragraph's last sentence. */
    List<TextPieces> lastEndings() {
        return lastEndings;
    }

    private List<TextPieces> sections(String resource) {
        return cut("", Arrays.asList(read(resource).strip().split(SEPARATOR)), PARAGRAPH);
    }

    private List<TextPieces> cut(String before, List<String> texts, String after) {
        return texts.stream().map(text -> tokenizer.cut(before + text + after)).toList();
    }

    private static String read(String resource) {
        try (InputStream in = TextLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
