package dev.streamux.mockllm.fault;

/**
 * Which requests a fault strikes.
 *
 * @param times only the first so many with the same key; 0 for no such limit
 * @param key what is counted together
 * @param chance of each request, in [0, 1]; drawn from the request's own seed
 */
public record Whom(int times, String key, double chance) {
    /** Every request. */
    public static final Whom EVERY = new Whom(0, "", 1);

    public Whom {
        if (times < 0) {
            throw new IllegalArgumentException("times is " + times + "; it must be >= 0");
        }
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("chance is " + chance + "; it must be in [0, 1]");
        }
    }
}
