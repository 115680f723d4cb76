package dev.streamux.mockllm.pacing;

/** What a stream does with its schedule when it is late, because the machine or the reader was slow. */
public enum CatchUp {
    /** The schedule stands: what is overdue leaves at once, and the stream ends when it was to end. */
    BURST,
    /** The rest of the schedule moves by the lateness: gaps are kept, the stream ends later. */
    SHIFT,
    /** Missed times are skipped: the next event takes the next time of the schedule that is still to come. */
    SKIP
}
