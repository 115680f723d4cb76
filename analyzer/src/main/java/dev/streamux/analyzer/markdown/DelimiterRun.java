package dev.streamux.analyzer.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.text.Characters;

/** Asterisks or underscores that stand together, and how many of them are still mere text. Not thread-safe. */
final class DelimiterRun {
    private final char mark;
    private final int length;
    private final int at;
    private final boolean canOpen;
    private final boolean canClose;
    private int left;
    private boolean open;

    private DelimiterRun(char mark, int length, int at, boolean canOpen, boolean canClose) {
        this.mark = mark;
        this.length = length;
        this.at = at;
        this.canOpen = canOpen;
        this.canClose = canClose;
        left = length;
    }

    /**
     * A run.
     *
     * @param at where in the rendered text it stands
     * @param before the code point before it, a newline at an end
     * @param after the code point after it, likewise
     */
    static DelimiterRun of(char mark, int length, int at, int before, int after) {
        boolean spaceBefore = Characters.isWhitespaceCodePoint(before);
        boolean spaceAfter = Characters.isWhitespaceCodePoint(after);
        boolean punctuationBefore = Characters.isPunctuationCodePoint(before);
        boolean punctuationAfter = Characters.isPunctuationCodePoint(after);
        boolean left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
        boolean right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
        boolean inWord = mark == '_' && left && right;
        return new DelimiterRun(
                mark, length, at, left && (!inWord || punctuationBefore), right && (!inWord || punctuationAfter));
    }

    /** Pairs openers with closers, each closer with the nearest opener before it; in proportion to their number. */
    static void pair(List<DelimiterRun> runs) {
        List<DelimiterRun> openers = new ArrayList<>();
        int[] bottoms = new int[12];
        for (DelimiterRun run : runs) {
            run.closeWith(openers, bottoms);
            if (run.canOpen && run.left > 0) {
                openers.add(run);
            }
        }
        runs.forEach(run -> run.open = false);
        openers.forEach(opener -> opener.open = opener.left > 0);
    }

    private void closeWith(List<DelimiterRun> openers, int[] bottoms) {
        while (canClose && left > 0) {
            // Where a closer of this kind found nothing before, another one need not look again.
            int kind = (mark == '*' ? 0 : 6) + (canOpen ? 3 : 0) + length % 3;
            int found = openers.size() - 1;
            while (found >= bottoms[kind] && !canPair(openers.get(found), this)) {
                found--;
            }
            if (found < bottoms[kind]) {
                bottoms[kind] = openers.size();
                return;
            }
            DelimiterRun opener = openers.get(found);
            int used = opener.left >= 2 && left >= 2 ? 2 : 1;
            opener.left -= used;
            left -= used;
            // What stood between them is mere text now.
            int keep = opener.left > 0 ? found + 1 : found;
            openers.subList(keep, openers.size()).clear();
            for (int k = 0; k < bottoms.length; k++) {
                bottoms[k] = Math.min(bottoms[k], keep);
            }
        }
    }

    private static boolean canPair(DelimiterRun opener, DelimiterRun closer) {
        return opener.mark == closer.mark && !isRefused(opener, closer);
    }

    /** The rule of three: where one of the two runs could do both, their lengths must not add up to a multiple of 3. */
    private static boolean isRefused(DelimiterRun opener, DelimiterRun closer) {
        return (opener.canClose || closer.canOpen)
                && closer.length % 3 != 0
                && (opener.length + closer.length) % 3 == 0;
    }

    /** Where in the rendered text the run stands. */
    int at() {
        return at;
    }

    /** Whether a later run may still close it; known once the runs are paired. */
    boolean mayOpen() {
        return open;
    }

    /** The marks that found no partner. */
    String literal() {
        return String.valueOf(mark).repeat(left);
    }
}
