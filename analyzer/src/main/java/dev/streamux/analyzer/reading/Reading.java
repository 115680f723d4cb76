package dev.streamux.analyzer.reading;

import dev.streamux.analyzer.curve.TextCurve;

/**
 * What one reader goes through with one response: the running maximum of Lindley's recursion, in one pass.
 *
 * <p>The reader takes character x at {@code a(x) = max over y <= x of (tau(y) + (x - y) / rho)}. So the lateness against
 * a text that was there from the start is the running maximum of {@code tau(y) - y / rho}, taken before each step.
 * Everything is whole nanoseconds, so cutting a chunk in pieces of equal time gives the same bits. Example: 200 tokens of
 * 4 characters, token i at 100 + 25 i ms and 8 s later above i = 20, read at 20 characters a second with D = 1 s, give
 * {@code W = 8625 - 80 / 0.020 = 4625} ms and {@code MRD = (4625 - 1000) * 720 / 800 = 3262.5} ms.
 *
 * @param waitNanos W: the whole time with nothing new to read, the wait for the first text included
 * @param idleNanos the part of W after the first text
 * @param delayCharacterNanos lateness against a text that starts at D, summed over characters
 * @param timeCharacterNanos {@code tau} summed over characters
 * @param finishedNanos when the last character is read, from the intended start, for a reader who starts at D or later
 * @param characters N, ≥ 1
 * @param targetNanos D
 * @param readNanos {@code N / rho}: what reading alone takes
 * @param stalls where the idle part of W falls
 */
public record Reading(
        long waitNanos,
        long idleNanos,
        long delayCharacterNanos,
        long timeCharacterNanos,
        long finishedNanos,
        long characters,
        long targetNanos,
        long readNanos,
        ReaderStalls stalls) {

    /**
     * Reads the text.
     *
     * @param curve not empty
     * @throws IllegalArgumentException if it is empty
     * @throws ArithmeticException if times and lengths are beyond all reason (an hour times a million characters fits)
     */
    public static Reading of(TextCurve curve, ReadingSpeed speed, long targetNanos) {
        if (curve.isEmpty()) {
            throw new IllegalArgumentException("there is no text to read");
        }
        double quickest = speed.nanosPerCharacterAtLeast();
        long wait = curve.firstNanos();
        long half = curve.characters() / 2;
        long delay = 0;
        long time = 0;
        int stalls = 0;
        long longest = 0;
        long early = 0;
        for (int i = 0; i < curve.size(); i++) {
            long before = curve.before(i);
            long added = curve.cumulative(i) - before;
            long late = curve.timeNanos(i) - wait;
            // Nearly always the reader is still reading: the exact time is divided out only if that is not sure.
            long idle = before * quickest - 1 >= late ? 0 : late - speed.nanosToRead(before);
            if (idle > 0) {
                wait += idle;
                stalls++;
                longest = Math.max(longest, idle);
                early += before <= half ? idle : 0;
            }
            delay = Math.addExact(delay, Math.multiplyExact(Math.max(0, wait - targetNanos), added));
            time = Math.addExact(time, Math.multiplyExact(curve.timeNanos(i), added));
        }
        long characters = curve.characters();
        long read = speed.nanosToRead(characters);
        return new Reading(
                wait,
                wait - curve.firstNanos(),
                delay,
                time,
                Math.max(wait, targetNanos) + read,
                characters,
                targetNanos,
                read,
                new ReaderStalls(stalls, longest, early));
    }

    /** Mean reading delay: by how much a character is read later than with a text that starts at D; nanoseconds. */
    public double meanDelayNanos() {
        return (double) delayCharacterNanos / characters;
    }

    /** Text Speed Index: the mean time at which a character became visible; nanoseconds. */
    public double speedIndexNanos() {
        return (double) timeCharacterNanos / characters;
    }

    /**
     * Andes QoE in its continuous form, in [0, 1]: one minus the delay's share of the area under the ideal curve up to
     * the end of reading. 1 for a text that is never late.
     */
    public double andesQoe() {
        // S_whole = N (T_end - D) - N^2 / (2 rho), and N^2 / rho = N * readNanos.
        double whole = (double) characters * (finishedNanos - targetNanos) - (double) characters * readNanos / 2;
        return delayCharacterNanos == 0 ? 1 : 1 - delayCharacterNanos / whole;
    }
}
