package dev.streamux.simulations.scenario;

import dev.streamux.simulations.client.request.StopCondition;

/** A stop condition in words, for tables. */
public final class StopWords {
    private StopWords() {}

    /** Such as {@code 20 tokens}; {@code the end} for never. */
    public static String of(StopCondition stop) {
        if (stop instanceof StopCondition.AfterTokens after) {
            return after.count() + " tokens";
        }
        if (stop instanceof StopCondition.AfterPattern pattern) {
            return "/" + pattern.pattern().pattern() + "/ in " + pattern.window();
        }
        if (stop instanceof StopCondition.AtTime time) {
            return time.afterSent().toMillis() + " ms";
        }
        return "the end";
    }
}
