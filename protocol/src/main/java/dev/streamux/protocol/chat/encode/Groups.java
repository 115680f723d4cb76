package dev.streamux.protocol.chat.encode;

import java.util.List;

/** How the pieces of a text are gathered into events. Group k holds the pieces in [from(k), to(k)). */
final class Groups {

    private final int pieces;
    private final int[] pattern;
    private final int patternSum;

    private Groups(int pieces, int[] pattern) {
        this.pieces = pieces;
        this.pattern = pattern;
        int sum = 0;
        for (int count : pattern) {
            sum += count;
        }
        this.patternSum = sum;
    }

    /** Groups of the pattern's sizes, taken in turn and repeated; the last one may be smaller. */
    static Groups of(int pieces, List<Integer> pattern) {
        return new Groups(pieces, pattern.stream().mapToInt(Integer::intValue).toArray());
    }

    /** How many groups there are; 0 for no pieces. */
    int size() {
        int whole = pieces / patternSum;
        int rest = pieces - whole * patternSum;
        int groups = whole * pattern.length;
        for (int i = 0; rest > 0; i++) {
            rest -= pattern[i];
            groups++;
        }
        return groups;
    }

    int from(int group) {
        int start = group / pattern.length * patternSum;
        for (int i = 0; i < group % pattern.length; i++) {
            start += pattern[i];
        }
        return start;
    }

    int to(int group) {
        return Math.min(pieces, from(group) + pattern[group % pattern.length]);
    }
}
