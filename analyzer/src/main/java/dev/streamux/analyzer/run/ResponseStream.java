package dev.streamux.analyzer.run;

import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.run.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The responses of a run or a bare trace file, measured one by one; one is in memory at a time. */
public final class ResponseStream {
    private ResponseStream() {}

    /** The trace file of a run: the lines if they are there, else the compact form. */
    public static Path traceOf(RunDirectory run) {
        return Files.exists(run.responses()) ? run.responses() : run.compactResponses();
    }

    /**
     * Calls {@code each} for every response of the file, of whatever phase and outcome, in file order.
     *
     * @return how many responses at a torn end are lost, usually 0
     * @throws InvalidInputException if the file is not a trace, or a response cannot be measured
     */
    public static int forEach(Path traceFile, MetricOptions options, Consumer<MeasuredResponse> each) {
        return TraceReader.forEachResponse(traceFile, trace -> each.accept(measure(traceFile, trace, options)));
    }

    private static MeasuredResponse measure(Path file, ResponseTrace trace, MetricOptions options) {
        try {
            return MeasuredResponse.of(trace, options);
        } catch (ArithmeticException e) {
            throw new InvalidInputException(
                    file + ": response \"" + trace.id() + "\" spans " + (trace.endNanos() - trace.intendedNanos())
                            + " ns and " + trace.chunks().totalCharacters()
                            + " characters, beyond what can be computed; check that its times are nanoseconds",
                    e);
        }
    }
}
