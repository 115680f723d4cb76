package dev.streamux.mockllm.content;

import dev.streamux.protocol.chat.answer.TextPieces;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Texts of any length chosen by a seed: paragraphs of sentences put together by chance, and sections of a genre between
 * them, each once before any comes again.
 *
 * <p>The first sentence alone has more than 800,000 forms, so short answers of different seeds differ too. A longer
 * answer of one seed begins with the shorter one.
 */
final class SeededText {

    private static final int MOST_SENTENCES = 3;

    private final TextLibrary library;

    SeededText(TextLibrary library) {
        this.library = library;
    }

    /** Exactly {@code tokens} pieces of text. */
    TextPieces compose(long seed, Genre genre, int tokens) {
        RandomGenerator random = new SplittableRandom(seed);
        List<TextPieces> sections = library.sections(genre);
        int[] order = new int[sections.size()];
        TextPieces.Builder text = new TextPieces.Builder();
        for (int turn = 0; text.size() < tokens; turn++) {
            addParagraph(text, random, tokens);
            int place = turn % order.length;
            if (place == 0) {
                shuffle(order, random);
            }
            add(text, sections.get(order[place]), tokens);
        }
        return text.build();
    }

    private void addParagraph(TextPieces.Builder text, RandomGenerator random, int tokens) {
        int sentences = 1 + random.nextInt(MOST_SENTENCES);
        int places = library.sentenceParts().size();
        for (int sentence = 0; sentence < sentences; sentence++) {
            for (int place = 0; place < places; place++) {
                List<TextPieces> choices = library.sentenceParts().get(place);
                if (place == 0 && sentence > 0) {
                    choices = library.laterOpenings();
                } else if (place == places - 1 && sentence == sentences - 1) {
                    choices = library.lastEndings();
                }
                add(text, choices.get(random.nextInt(choices.size())), tokens);
            }
        }
    }

    private static void add(TextPieces.Builder text, TextPieces more, int tokens) {
        text.add(more, 0, Math.min(more.size(), tokens - text.size()));
    }

    /** Fisher and Yates, from the inside out. */
    private static void shuffle(int[] order, RandomGenerator random) {
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
    }
}
