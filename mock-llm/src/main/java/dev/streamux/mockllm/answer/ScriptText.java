package dev.streamux.mockllm.answer;

import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.fault.FaultText;
import dev.streamux.mockllm.knob.Granularity;
import dev.streamux.mockllm.pacing.DelayText;
import dev.streamux.mockllm.pacing.Schedule;
import dev.streamux.protocol.sse.LineEnding;
import java.util.Locale;

/** The resolved script of one answer in one line, for the response header {@code X-Streamux-Script} and for logs. */
public final class ScriptText {
    private ScriptText() {}

    /**
     * Such as {@code seed=7; tokens=200; ttft=100ms; total=5075ms; catch-up=burst}.
     *
     * <p>{@code ttft} and {@code total} are what was drawn, from the request's arrival.
     */
    public static String render(Answer answer, long firstTextNanos, Schedule schedule) {
        StringBuilder text = new StringBuilder(160);
        text.append("seed=").append(answer.seed());
        text.append("; tokens=").append(answer.words().usage().output());
        text.append("; ttft=").append(DelayText.render(firstTextNanos));
        text.append("; total=").append(DelayText.render(schedule.last()));
        text.append("; catch-up=")
                .append(answer.script().timing().catchUp().name().toLowerCase(Locale.ROOT));
        appendGranularity(text, answer.script().granularity());
        for (Fault fault : answer.faults()) {
            text.append("; fault=\"").append(FaultText.render(fault)).append('"');
        }
        return text.toString();
    }

    private static void appendGranularity(StringBuilder text, Granularity granularity) {
        text.append("; tokens-per-event=").append(granularity.tokensPerEvent());
        if (granularity.eventsPerWrite() > 1) {
            text.append("; events-per-write=").append(granularity.eventsPerWrite());
        }
        if (granularity.fragmentBytes() > 0) {
            text.append("; fragment-bytes=").append(granularity.fragmentBytes());
        }
        if (granularity.lineEnding() != LineEnding.LF) {
            text.append("; eol=").append(granularity.lineEnding().name().toLowerCase(Locale.ROOT));
        }
    }
}
