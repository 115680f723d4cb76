package dev.streamux.simulations.selftest;

import dev.streamux.simulations.client.request.RequestBuilder;
import dev.streamux.simulations.selftest.wire.WireStep;
import dev.streamux.trace.Outcome;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A stream that some client somewhere reads wrongly, with its truth by construction.
 *
 * @param name short, in kebab-case
 * @param what what is special about it, for a person
 * @param wishes what the request asks for beyond a streamed OpenAI chat
 * @param steps the bytes and their times
 * @param truth what a right client reports
 */
record Shape(String name, String what, UnaryOperator<RequestBuilder> wishes, List<WireStep> steps, Truth truth) {

    Shape {
        steps = List.copyOf(steps);
    }

    /**
     * What a right client reports.
     *
     * @param outcome how the response ends
     * @param text the visible text
     * @param chunks each event with visible text, in order
     */
    record Truth(Outcome outcome, String text, List<Piece> chunks) {
        Truth {
            chunks = List.copyOf(chunks);
        }
    }

    /**
     * An event with visible text.
     *
     * @param step index of the write that completes it
     * @param characters code points that it adds
     */
    record Piece(int step, int characters) {}
}
