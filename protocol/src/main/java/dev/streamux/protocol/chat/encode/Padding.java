package dev.streamux.protocol.chat.encode;

import dev.streamux.protocol.chat.answer.Mix;

/**
 * The random letters that OpenAI adds to each delta so that an eavesdropper cannot read the tokens' lengths.
 *
 * <p>The vendor's rule is not published; captured streams show 2 to 9 letters on short tokens. Ours fills a delta up to
 * {@value #TARGET} characters, or the next multiple of that, with at least {@value #LEAST}.
 */
final class Padding {

    private static final int TARGET = 10;
    private static final int LEAST = 2;

    private Padding() {}

    /** Appends the letters for a delta of so many characters; seed and event index decide which. */
    static void append(long seed, int index, int characters, EventBuffer out) {
        int count = TARGET - characters % TARGET;
        if (count < LEAST) {
            count += TARGET;
        }
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits = i % 4 == 0 ? Mix.of(seed, (long) index * TARGET + i) : bits >>> 16;
            out.append((byte) Mix.letter(bits));
        }
    }
}
