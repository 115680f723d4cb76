package dev.streamux.simulations.client;

/** Watches whether the reader's stop condition is met by what has arrived. */
final class StopRule {
    private final StopCondition condition;
    private String reason = "";

    StopRule(StopCondition condition) {
        this.condition = condition;
    }

    /** Whether it is met now; asked after each event. */
    boolean isMet(ResponseRecorder recorder) {
        if (condition instanceof StopCondition.AfterTokens after && recorder.textEvents() >= after.count()) {
            reason = "stopped after " + after.count() + " tokens";
            return true;
        }
        if (condition instanceof StopCondition.AfterPattern after
                && recorder.textEvents() <= after.window()
                && after.pattern().matcher(recorder.text()).find()) {
            reason = "stopped at the pattern \"" + after.pattern().pattern() + "\"";
            return true;
        }
        return false;
    }

    /** Why, in words, once it was met. */
    String reason() {
        return reason;
    }
}
