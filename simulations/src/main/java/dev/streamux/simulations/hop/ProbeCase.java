package dev.streamux.simulations.hop;

import dev.streamux.simulations.client.request.HttpVersion;
import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.simulations.diagnosis.Condition;
import dev.streamux.simulations.origin.Script;
import dev.streamux.simulations.origin.Script.Ending;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The cases that make the row of a path. None takes longer than about five seconds. */
@SuppressWarnings("ImmutableEnumChecker") // All fields are records of immutable values.
public enum ProbeCase {
    /** The two-rate probe without an offer of compression. */
    IDENTITY(Ask.plain(Script.twoRates(400))),
    /** The same with gzip offered, as every browser does. */
    GZIP(Ask.plain(Script.twoRates(400)).withGzip()),
    /** The same with events above the usual minimum length of compressors. */
    GZIP_LARGE(Ask.plain(Script.twoRates(700)).withGzip()),
    /** The two-rate probe over HTTP/2. */
    HTTP2(Ask.plain(Script.twoRates(400)).overHttp2()),
    /** The origin resets the connection in mid-stream. */
    ORIGIN_RESET(Ask.plain(broken(Ending.RESET))),
    /** The origin closes the connection in mid-stream. */
    ORIGIN_CUT(Ask.plain(broken(Ending.CUT))),
    /** The origin resets the connection before it answers: who asks again doubles the generation. */
    RESET_IN_PREFILL(Ask.plain(Script.steady(1, 1, 100_000_000).buffered().ending(Ending.RESET, 0))),
    /** The origin sends an error event and ends cleanly. */
    ERROR_EVENT(Ask.plain(broken(Ending.ERROR_EVENT))),
    /** The client leaves before the first token. */
    LEAVE_IN_PREFILL(Ask.plain(Script.steady(40, 40, 2_500_000_000L)).leaving()),
    /** The client leaves in mid-stream. */
    LEAVE_IN_STREAM(Ask.plain(Script.steady(120, 40, 100_000_000)).leaving()),
    /** The client leaves while the origin prepares one JSON body. */
    LEAVE_BUFFERED(Ask.plain(Script.steady(120, 40, 100_000_000).buffered()).leaving()),
    /** One JSON body, for what the path adds to answers that are not streamed. */
    BUFFERED(Ask.plain(Script.steady(40, 40, 100_000_000).buffered())),
    /** The origin is silent in mid-stream for three and a half seconds. */
    SILENCE(Ask.plain(Script.steady(20, 40, 100_000_000).silentBefore(10, 3_500_000_000L))),
    /** {@link #ORIGIN_RESET} over HTTP/2. */
    HTTP2_ORIGIN_RESET(Ask.plain(broken(Ending.RESET)).overHttp2()),
    /** {@link #ORIGIN_CUT} over HTTP/2. */
    HTTP2_ORIGIN_CUT(Ask.plain(broken(Ending.CUT)).overHttp2()),
    /** {@link #LEAVE_IN_PREFILL} over HTTP/2. */
    HTTP2_LEAVE_IN_PREFILL(
            Ask.plain(Script.steady(40, 40, 2_500_000_000L)).leaving().overHttp2()),
    /** {@link #LEAVE_IN_STREAM} over HTTP/2. */
    HTTP2_LEAVE_IN_STREAM(
            Ask.plain(Script.steady(120, 40, 100_000_000)).leaving().overHttp2());

    /** The longest silence that {@link #SILENCE} can show a path to bear. */
    public static final Duration SILENCE_TESTED = Duration.ofMillis(3500);

    private final Ask ask;

    ProbeCase(Ask ask) {
        this.ask = ask;
    }

    /**
     * What is asked and how.
     *
     * @param script what the origin answers
     * @param gzip whether the client offers gzip
     * @param stop when the client leaves
     * @param version what the client speaks
     */
    record Ask(Script script, boolean gzip, StopCondition stop, HttpVersion version) {
        static Ask plain(Script script) {
            return new Ask(script, false, StopCondition.NEVER, HttpVersion.HTTP_1_1);
        }

        Ask withGzip() {
            return new Ask(script, true, stop, version);
        }

        Ask leaving() {
            return new Ask(script, gzip, new StopCondition.AtTime(Duration.ofMillis(700)), version);
        }

        Ask overHttp2() {
            return new Ask(script, gzip, stop, HttpVersion.HTTP_2);
        }
    }

    private static Script broken(Ending ending) {
        return Script.steady(40, 40, 100_000_000).ending(ending, 20);
    }

    /** Every case that is judged by its times, in the order of the constants. */
    static List<ProbeCase> timed(boolean http2) {
        return Arrays.stream(values())
                .filter(each -> each.compareTo(HTTP2) <= 0 && (http2 || !each.isHttp2()))
                .toList();
    }

    /** Every other case: how answers end. */
    static List<ProbeCase> endings(boolean http2) {
        return Arrays.stream(values())
                .filter(each -> each.compareTo(HTTP2) > 0 && (http2 || !each.isHttp2()))
                .toList();
    }

    /** What is asked and how. */
    Ask ask() {
        return ask;
    }

    /** Whether the client leaves before the end. */
    public boolean isDeparture() {
        return ask.stop() instanceof StopCondition.AtTime;
    }

    /** Whether the client speaks HTTP/2. */
    public boolean isHttp2() {
        return ask.version() == HttpVersion.HTTP_2;
    }

    /** The condition that this case adds to what is found in it. */
    public Condition condition() {
        if (isHttp2()) {
            return Condition.HTTP2;
        }
        return this == GZIP
                ? Condition.GZIP_OFFERED
                : this == GZIP_LARGE ? Condition.GZIP_OFFERED_LARGE_EVENTS : Condition.ALWAYS;
    }

    /** The name for files: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
