package dev.streamux.simulations.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a budget may bound. The words are the ids of the metrics in {@code result.json}, where there is one. */
public enum BudgetMetric {
    /** From the intended start to the first visible character. */
    TIME_TO_FIRST_VISIBLE_TEXT("time-to-first-visible-text", false),
    /** The longest wait between two visible chunks of an answer. */
    LONGEST_GAP("longest-gap", false),
    /** From the intended start to the end. */
    RESPONSE_TIME("response-time", false),
    /** From sent to the end. */
    SERVICE_TIME("service-time", false),
    /** From the intended start to sent. */
    SCHEDULE_LAG("schedule-lag", false),
    /** The share of responses that are not complete, in percent. */
    FAILED_SHARE("failed-share", true);

    private final String word;
    private final boolean share;

    BudgetMetric(String word, boolean share) {
        this.word = word;
        this.share = share;
    }

    /** The word in scenario files. */
    public String word() {
        return word;
    }

    /** Whether it is one share for all responses; else it is a time for each. */
    public boolean isShare() {
        return share;
    }

    /** Every word, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(BudgetMetric::word).collect(Collectors.toList());
    }
}
