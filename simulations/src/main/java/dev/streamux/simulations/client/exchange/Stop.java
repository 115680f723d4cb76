package dev.streamux.simulations.client.exchange;

import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.trace.ResponseTrace;

/** The reader's stop: whether its condition is met, and what still arrives once it is pressed. */
final class Stop {
    private final StopCondition condition;
    private boolean pressed;
    private String reason = "";
    private long pressedNanos;
    private int events;
    private long bytes;
    private long lastArrivalNanos;

    Stop(StopCondition condition) {
        this.condition = condition;
    }

    /** Whether the condition is met now; asked after each event. The reason is known then. */
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

    /** Why, in words, once it is met or pressed. */
    String reason() {
        return reason;
    }

    /** The reader presses stop; a second time means nothing. */
    void press(String why, long nanos) {
        if (!pressed) {
            pressed = true;
            reason = why;
            pressedNanos = nanos;
        }
    }

    boolean isPressed() {
        return pressed;
    }

    /** When it was pressed, from run start. */
    long pressedNanos() {
        return pressedNanos;
    }

    /** A piece of the body came in after the stop. */
    void arrived(long nanos, int length) {
        bytes += length;
        lastArrivalNanos = Math.max(lastArrivalNanos, nanos);
    }

    /** An event was complete after the one at which the reader stopped, perhaps in the same read. */
    void event() {
        events++;
    }

    /**
     * Writes all of it into the trace.
     *
     * @param quiet what made it quiet, a word
     * @param reusable whether the connection can carry another request
     */
    void note(ResponseTrace.Builder trace, String quiet, boolean reusable) {
        trace.attribute("stopNanos", Long.toString(pressedNanos));
        trace.attribute("eventsAfterStop", Integer.toString(events));
        trace.attribute("bytesAfterStop", Long.toString(bytes));
        if (lastArrivalNanos > pressedNanos) {
            trace.attribute("lastArrivalAfterStopNanos", Long.toString(lastArrivalNanos));
        }
        trace.attribute("quietAfterStop", quiet);
        trace.attribute("connectionReusableAfterStop", Boolean.toString(reusable));
    }
}
