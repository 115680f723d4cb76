package dev.streamux.analyzer.metric;

/** The reasons for which a metric has no number; reports count them by these words. */
public final class Absence {
    /** No character of visible text ever arrived. */
    public static final String NO_VISIBLE_TEXT = "no-visible-text";
    /** Neither visible text nor reasoning arrived. */
    public static final String NO_TEXT = "no-text";
    /** The response did not end with its protocol's terminal event, so its text may not be whole. */
    public static final String NOT_COMPLETE = "not-complete";
    /** The trace was written without the text. */
    public static final String TEXT_NOT_RECORDED = "text-not-recorded";
    /** No byte of a body arrived, or the writer of the trace did not note when. */
    public static final String NO_FIRST_BYTE = "no-first-byte";
    /** There is reasoning, but the trace does not say when it arrived. */
    public static final String REASONING_TIMES_UNKNOWN = "reasoning-times-unknown";
    /** The text holds no word. */
    public static final String NO_WORD = "no-word";
    /** The text holds no sentence. */
    public static final String NO_SENTENCE = "no-sentence";
    /** The text holds no Markdown block. */
    public static final String NO_BLOCK = "no-block";
    /** Fewer than two chunks of text, so there is no gap. */
    public static final String NO_GAP = "fewer-than-two-chunks";
    /** The server stated no usage. */
    public static final String NO_USAGE = "no-usage";
    /** Fewer than two output tokens. */
    public static final String FEWER_THAN_TWO_TOKENS = "fewer-than-two-tokens";
    /** All text became visible at one moment. */
    public static final String ALL_AT_ONCE = "all-at-once";
    /** The reader never had to wait after the first text. */
    public static final String NEVER_IDLE = "reader-never-idle";
    /** The metric is defined for a run, not for a response. */
    public static final String PER_RUN = "defined-per-run";
    /** The run has no duration. */
    public static final String NO_DURATION = "no-duration";

    private Absence() {}
}
