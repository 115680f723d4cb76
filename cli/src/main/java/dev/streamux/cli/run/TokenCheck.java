package dev.streamux.cli.run;

import dev.streamux.analyzer.run.ResponseStream;
import dev.streamux.simulations.record.TokenCount;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.run.RunDirectory;
import java.util.Map;
import java.util.Optional;

/**
 * The server's count of an answer's tokens against that of a tokenizer. They may differ for a good reason, such as another
 * vocabulary or reasoning that is not shown; so a mismatch is said and does not make a run invalid.
 */
final class TokenCheck {
    /** How far the two may be apart: this share of the tokenizer's count, and for short answers a few tokens. */
    static final double TOLERANCE = 0.10;

    static final int TOLERANCE_TOKENS = 3;
    /** The figure of the self-check: the share of answers beyond the tolerance. */
    static final String FIGURE = "token-count-mismatch-share";

    private int compared;
    private int apart;
    private long stated;
    private long counted;

    private TokenCheck() {}

    /** The check of every complete answer of the phase {@code measure} that has both counts. */
    static TokenCheck of(RunDirectory run) {
        TokenCheck check = new TokenCheck();
        TraceReader.forEachResponse(ResponseStream.traceOf(run), check::add);
        return check;
    }

    private void add(ResponseTrace trace) {
        String count = trace.attributes().getOrDefault(TokenCount.ATTRIBUTE, "");
        boolean judged = trace.phase().equals(ResponseTrace.MEASURE) && trace.outcome() == Outcome.COMPLETE;
        if (!judged || count.isEmpty() || trace.usage().isEmpty()) {
            return;
        }
        int ours = Integer.parseInt(count);
        int theirs = trace.usage().get().outputTokens();
        compared++;
        if (Math.abs(theirs - ours) > Math.max(TOLERANCE_TOKENS, TOLERANCE * ours)) {
            apart++;
            stated += theirs;
            counted += ours;
        }
    }

    /** The figure for the self-check; none without an answer that has both counts. */
    Map<String, Double> figures() {
        return compared == 0 ? Map.of() : Map.of(FIGURE, (double) apart / compared);
    }

    /** What a person should know: nothing if all agree or nothing could be compared. */
    Optional<String> warning() {
        return apart == 0
                ? Optional.empty()
                : Optional.of("Tokens: the server states " + stated / apart + " for an answer in which the tokenizer"
                        + " (o200k) counts " + counted / apart + ", in " + apart + " of " + compared
                        + " answers more than " + Math.round(TOLERANCE * 100) + " % apart; another vocabulary, hidden"
                        + " reasoning, or a wrong count. Figures per token follow the server.");
    }
}
