package dev.streamux.analyzer.stats.rank;

import dev.streamux.analyzer.stats.Sample;

/** Counts over all pairs of two sorted samples, each in O(n + m). */
final class Pairs {
    private Pairs() {}

    /** The number of pairs with y &gt; x. */
    static long larger(Sample x, Sample y) {
        long count = 0;
        int below = 0;
        for (int j = 0; j < y.size(); j++) {
            while (below < x.size() && x.get(below) < y.get(j)) {
                below++;
            }
            count += below;
        }
        return count;
    }

    /** The number of pairs with y = x. */
    static long equal(Sample x, Sample y) {
        return (long) x.size() * y.size() - larger(x, y) - larger(y, x);
    }

    /** Σ (t³ − t) over the groups of equal values in both samples together; t is the group's size. */
    static double tieTerm(Sample x, Sample y) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < x.size() || j < y.size()) {
            double value = next(x, i, y, j);
            int before = i + j;
            while (i < x.size() && x.get(i) == value) {
                i++;
            }
            while (j < y.size() && y.get(j) == value) {
                j++;
            }
            double group = i + j - before;
            sum += group * group * group - group;
        }
        return sum;
    }

    /** The smaller of the values at both cursors; at least one cursor is not at its end. */
    static double next(Sample x, int i, Sample y, int j) {
        if (i == x.size()) {
            return y.get(j);
        }
        return j == y.size() ? x.get(i) : Math.min(x.get(i), y.get(j));
    }
}
