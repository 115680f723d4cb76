package dev.streamux.mockllm.content;

import dev.streamux.trace.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an answer is made of. */
public sealed interface Content {

    /** Our own prose and Markdown. */
    Content MIXED = new Own(Genre.MIXED);

    /** The last message of the person, repeated if it is too short. */
    Content ECHO = new Echo();

    /**
     * Our own texts, by seed.
     *
     * @param genre which of them
     */
    record Own(Genre genre) implements Content {}

    /** The last message of the person. */
    record Echo() implements Content {}

    /**
     * One text for every request.
     *
     * @param text not empty
     */
    record Fixed(String text) implements Content {

        /** Checks the text. */
        public Fixed {
            if (text.isEmpty()) {
                throw new InvalidInputException("the answer's text is empty; it must have at least one character");
            }
        }
    }

    /**
     * Answers by what the person said.
     *
     * @param rules tried in order; when none fits, the answer is our own text
     */
    record Scripted(AnswerRules rules) implements Content {}

    /**
     * The content with this word: see {@link #words}.
     *
     * @throws InvalidInputException if none has it
     */
    static Content parse(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("echo")) {
            return ECHO;
        }
        for (Genre genre : Genre.values()) {
            if (genre.name().toLowerCase(Locale.ROOT).equals(lower)) {
                return new Own(genre);
            }
        }
        throw new InvalidInputException("content is \"" + word + "\"; it must be one of " + words());
    }

    /** Every word that {@link #parse} accepts, comma separated, for messages. */
    static String words() {
        return Arrays.stream(Genre.values())
                .map(genre -> genre.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "", ", echo"));
    }
}
