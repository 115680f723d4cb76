package dev.streamux.analyzer.metric;

/** What a metric's number counts, in {@code result.json} and the CSV. */
public enum Unit {
    /** Milliseconds; every time. */
    MILLISECONDS("ms"),
    /** A share or an index without a unit, usually from 0 to 1. */
    RATIO("ratio"),
    /** A number of things. */
    COUNT("count"),
    /** Something a second. */
    PER_SECOND("1/s");

    private final String word;

    Unit(String word) {
        this.word = word;
    }

    /** The word in files: {@code ms}, {@code ratio}, {@code count} or {@code 1/s}. */
    public String word() {
        return word;
    }

    /**
     * The unit of this word.
     *
     * @throws IllegalArgumentException if no unit has it
     */
    public static Unit parse(String word) {
        for (Unit unit : values()) {
            if (unit.word.equals(word)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("unit is \"" + word + "\"; it must be ms, ratio, count or 1/s");
    }
}
