package dev.streamux.analyzer.reading;

/**
 * How fast a reader reads, as a whole number so that every reader wait is exact to the nanosecond.
 *
 * @param milliCharactersPerSecond thousandths of a character (Unicode code point) a second, ≥ 1
 */
public record ReadingSpeed(long milliCharactersPerSecond) {
    /** Characters a word of English prose, the space included; counted on one novel of 833,600 characters. */
    public static final double CHARACTERS_PER_WORD = 5.4325;

    /**
     * Silent reading of English non-fiction, 238 words a minute (Brysbaert, Journal of Memory and Language 109, 2019),
     * which is 21.549 characters a second.
     */
    public static final ReadingSpeed SILENT_ENGLISH = new ReadingSpeed(21_549);

    private static final long PICOS_PER_SECOND = 1_000_000_000_000L;

    public ReadingSpeed {
        if (milliCharactersPerSecond < 1) {
            throw new IllegalArgumentException("reading speed is " + milliCharactersPerSecond
                    + " thousandths of a character a second; it must be >= 1");
        }
    }

    /** The speed of this many characters a second, rounded to a thousandth. */
    public static ReadingSpeed ofCharactersPerSecond(double charactersPerSecond) {
        return new ReadingSpeed(Math.round(charactersPerSecond * 1000));
    }

    /** The speed of this many English words a minute; 238 gives 21.549 characters a second. */
    public static ReadingSpeed ofWordsPerMinute(double wordsPerMinute) {
        return ofCharactersPerSecond(wordsPerMinute * CHARACTERS_PER_WORD / 60);
    }

    /** Characters a second. */
    public double charactersPerSecond() {
        return milliCharactersPerSecond / 1000.0;
    }

    /** English words a minute, rounded to a tenth; 238 for the default. */
    public double wordsPerMinute() {
        return Math.round(charactersPerSecond() * 600 / CHARACTERS_PER_WORD) / 10.0;
    }

    /**
     * Nanoseconds a character, a trace below the truth: {@code characters} times this, less 1, never exceeds {@link
     * #nanosToRead}. Where that is enough it spares a division.
     */
    double nanosPerCharacterAtLeast() {
        return PICOS_PER_SECOND / (double) milliCharactersPerSecond * (1 - 1e-12);
    }

    /**
     * Nanoseconds that reading {@code characters} takes, rounded down; 80 characters at 20 a second take 4 s.
     *
     * @throws ArithmeticException above some 9 million characters
     */
    public long nanosToRead(long characters) {
        return Math.multiplyExact(characters, PICOS_PER_SECOND) / milliCharactersPerSecond;
    }
}
