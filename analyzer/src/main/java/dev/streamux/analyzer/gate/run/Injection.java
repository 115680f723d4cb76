package dev.streamux.analyzer.gate.run;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/** A known harm done to a trace, to see whether a gate notices it. */
sealed interface Injection {

    /** The trace with the harm done. */
    ResponseTrace applyTo(ResponseTrace trace);

    /** What was done, in words. */
    String words();

    /**
     * Everything later: each moment moves from t to t·factor + shift, counted from the sending.
     *
     * @param factor ≥ 1
     * @param shiftNanos ≥ 0
     */
    record Slowdown(double factor, long shiftNanos) implements Injection {
        @Override
        public ResponseTrace applyTo(ResponseTrace trace) {
            long origin = trace.sentNanos();
            return moved(trace, time -> origin + Math.round((time - origin) * factor) + shiftNanos);
        }

        @Override
        public String words() {
            return String.format(
                    Locale.ROOT, "all text %.0f %% and %.0f ms later", (factor - 1) * 100, shiftNanos / 1e6);
        }
    }

    /** The whole text at the moment of its last piece. */
    record Buffering() implements Injection {
        @Override
        public ResponseTrace applyTo(ResponseTrace trace) {
            int last = trace.chunks().size() - 1;
            return last < 0
                    ? trace
                    : moved(trace, time -> Math.max(time, trace.chunks().timeNanos(last)));
        }

        @Override
        public String words() {
            return "all text held back until its end";
        }
    }

    /**
     * Another end.
     *
     * @param outcome how every response ends
     */
    record Ending(Outcome outcome) implements Injection {
        @Override
        public ResponseTrace applyTo(ResponseTrace trace) {
            return trace.toBuilder().outcome(outcome).build();
        }

        @Override
        public String words() {
            return "every response ended as " + outcome.word();
        }
    }

    private static ResponseTrace moved(ResponseTrace trace, LongUnaryOperator time) {
        ResponseTrace.Builder builder = trace.toBuilder()
                .chunks(moved(trace.chunks(), time))
                .reasoningChunks(moved(trace.reasoningChunks(), time))
                .endNanos(time.applyAsLong(trace.endNanos()));
        OptionalLong headers = trace.headersNanos();
        headers.ifPresent(nanos -> builder.headersNanos(time.applyAsLong(nanos)));
        trace.firstByteNanos().ifPresent(nanos -> builder.firstByteNanos(time.applyAsLong(nanos)));
        return builder.build();
    }

    private static Chunks moved(Chunks chunks, LongUnaryOperator time) {
        Chunks.Builder builder = Chunks.builder();
        for (int i = 0; i < chunks.size(); i++) {
            builder.add(time.applyAsLong(chunks.timeNanos(i)), chunks.characters(i), chunks.bytes(i));
        }
        return builder.build();
    }
}
