package dev.streamux.protocol.chat.encode;

import java.util.List;

/**
 * How the pieces of a text are gathered into events. Group k holds the pieces in [from(k), to(k)).
 *
 * <p>A view may leave out the first groups; its group 0 is the first that is left.
 */
final class Groups {

    private final int pieces;
    private final int[] pattern;
    private final int patternSum;
    private final int first;
    private final int size;

    private Groups(int pieces, int[] pattern, int first, int size) {
        this.pieces = pieces;
        this.pattern = pattern;
        int sum = 0;
        for (int count : pattern) {
            sum += count;
        }
        this.patternSum = sum;
        this.first = first;
        this.size = size;
    }

    /** Groups of the pattern's sizes, taken in turn and repeated; the last one may be smaller. */
    static Groups of(int pieces, List<Integer> pattern) {
        int[] counts = pattern.stream().mapToInt(Integer::intValue).toArray();
        int groups = 0;
        int left = pieces;
        while (left > 0) {
            left -= counts[groups % counts.length];
            groups++;
        }
        return new Groups(pieces, counts, 0, groups);
    }

    /** How many groups there are; 0 for no pieces. */
    int size() {
        return size;
    }

    /** The first group alone. */
    Groups head() {
        return new Groups(pieces, pattern, first, Math.min(1, size));
    }

    /** All groups but the first. */
    Groups tail() {
        return new Groups(pieces, pattern, first + 1, size - 1);
    }

    int from(int group) {
        int absolute = first + group;
        int start = absolute / pattern.length * patternSum;
        for (int i = 0; i < absolute % pattern.length; i++) {
            start += pattern[i];
        }
        return start;
    }

    int to(int group) {
        return Math.min(pieces, from(group) + pattern[(first + group) % pattern.length]);
    }
}
