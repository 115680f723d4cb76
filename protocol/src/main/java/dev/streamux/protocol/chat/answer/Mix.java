package dev.streamux.protocol.chat.answer;

/** Well-mixed bits from a seed and a number, without state: any event can be encoded alone and in any order. */
public final class Mix {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Mix() {}

    /** 64 bits from a seed and a number, by the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    public static long of(long seed, long number) {
        long z = seed + (number + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A letter or digit chosen by the lowest 16 bits. */
    public static char letter(long bits) {
        return LETTERS.charAt((int) (bits & 0xffff) % LETTERS.length());
    }
}
