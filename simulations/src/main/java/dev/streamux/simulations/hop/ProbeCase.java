package dev.streamux.simulations.hop;

import dev.streamux.simulations.client.StopCondition;
import dev.streamux.simulations.origin.Script;
import dev.streamux.simulations.origin.Script.Ending;
import java.time.Duration;
import java.util.Locale;

/** The cases that make the row of a path. None takes longer than about five seconds. */
@SuppressWarnings("ImmutableEnumChecker") // Both fields are records of immutable values.
public enum ProbeCase {
    /** The two-rate probe without an offer of compression. */
    IDENTITY(Script.twoRates(400), false),
    /** The same with gzip offered, as every browser does. */
    GZIP(Script.twoRates(400), true),
    /** The same with events above the usual minimum length of compressors. */
    GZIP_LARGE(Script.twoRates(700), true),
    /** The origin resets the connection in mid-stream. */
    ORIGIN_RESET(Script.steady(40, 40, 100_000_000).ending(Ending.RESET, 20), false),
    /** The origin closes the connection in mid-stream. */
    ORIGIN_CUT(Script.steady(40, 40, 100_000_000).ending(Ending.CUT, 20), false),
    /** The origin sends an error event and ends cleanly. */
    ERROR_EVENT(Script.steady(40, 40, 100_000_000).ending(Ending.ERROR_EVENT, 20), false),
    /** The client leaves before the first token. */
    LEAVE_IN_PREFILL(Script.steady(40, 40, 2_500_000_000L), false, Duration.ofMillis(700)),
    /** The client leaves in mid-stream. */
    LEAVE_IN_STREAM(Script.steady(120, 40, 100_000_000), false, Duration.ofMillis(700)),
    /** The client leaves while the origin prepares one JSON body. */
    LEAVE_BUFFERED(Script.steady(120, 40, 100_000_000).buffered(), false, Duration.ofMillis(700)),
    /** The origin is silent in mid-stream for three and a half seconds. */
    SILENCE(Script.steady(20, 40, 100_000_000).silentBefore(10, 3_500_000_000L), false);

    /** The longest silence that {@link #SILENCE} can show a path to bear. */
    public static final Duration SILENCE_TESTED = Duration.ofMillis(3500);

    private final Script script;
    private final boolean gzip;
    private final StopCondition stop;

    ProbeCase(Script script, boolean gzip) {
        this.script = script;
        this.gzip = gzip;
        this.stop = StopCondition.NEVER;
    }

    ProbeCase(Script script, boolean gzip, Duration leavesAfter) {
        this.script = script;
        this.gzip = gzip;
        this.stop = new StopCondition.AtTime(leavesAfter);
    }

    /** What the origin answers. */
    public Script script() {
        return script;
    }

    /** Whether the client offers gzip. */
    public boolean gzip() {
        return gzip;
    }

    /** When the client leaves. */
    public StopCondition stop() {
        return stop;
    }

    /** The name for files: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
