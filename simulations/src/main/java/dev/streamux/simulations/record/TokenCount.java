package dev.streamux.simulations.record;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.streamux.trace.ResponseTrace;

/**
 * Counts the tokens of an answer without asking the server: those of {@code o200k_base}, the vocabulary of OpenAI's models
 * since GPT-4o. It stands in the trace beside the server's own count, so that a wrong one can be seen.
 */
public final class TokenCount {
    /** The attribute of a trace that holds the count. */
    public static final String ATTRIBUTE = "tokenizerTokens";

    private TokenCount() {}

    /** The trace with the tokens of its visible and its reasoning text; as it is if it carries no text. */
    static ResponseTrace noted(ResponseTrace trace) {
        if (trace.text().isEmpty()) {
            return trace;
        }
        int tokens = Vocabulary.O200K.countTokensOrdinary(trace.text().get())
                + Vocabulary.O200K.countTokensOrdinary(trace.reasoning());
        return trace.toBuilder().attribute(ATTRIBUTE, Integer.toString(tokens)).build();
    }

    /** Loads the vocabulary, about 0.3 s, so that the first count need not. */
    static void load() {
        Vocabulary.O200K.countTokensOrdinary("");
    }

    /** Loaded by the class loader when it is first needed. */
    private static final class Vocabulary {
        private static final Encoding O200K =
                Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }
}
