package dev.streamux.simulations.selftest;

import dev.streamux.simulations.client.request.RequestBuilder;
import dev.streamux.simulations.selftest.wire.WireStep;
import dev.streamux.trace.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes a shape down: every write is noted together with the visible text that it completes. */
final class ShapeScript {
    /** The head of a chunked event stream. */
    static final String CHUNKED =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";

    private final String name;
    private final String what;
    private final List<WireStep> steps = new ArrayList<>();
    private final List<Shape.Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private UnaryOperator<RequestBuilder> wishes = builder -> builder;
    private boolean chunkedFraming = true;

    ShapeScript(String name, String what) {
        this.name = name;
        this.what = what;
    }

    /** What the request asks for. */
    ShapeScript asking(UnaryOperator<RequestBuilder> value) {
        wishes = value;
        return this;
    }

    /** Writes bodies as they are from now on, not as HTTP chunks. */
    ShapeScript withoutChunks() {
        chunkedFraming = false;
        return this;
    }

    /** Writes bytes that are not of the body. */
    ShapeScript raw(long at, String bytes) {
        steps.add(new WireStep.Write(at, bytes));
        return this;
    }

    /** Writes a piece of the body that completes no visible text. */
    ShapeScript body(long at, String bytes) {
        return body(at, bytes.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a piece of the body; each of {@code visible} is the text of one event that it completes. */
    ShapeScript body(long at, String bytes, String... visible) {
        return body(at, bytes.getBytes(StandardCharsets.UTF_8), visible);
    }

    /** Writes a piece of the body; each of {@code visible} is the text of one event that it completes. */
    ShapeScript body(long at, byte[] bytes, String... visible) {
        for (String added : visible) {
            pieces.add(new Shape.Piece(steps.size(), added.codePointCount(0, added.length())));
            text.append(added);
        }
        steps.add(new WireStep.Write(at, chunkedFraming ? chunk(bytes) : bytes));
        return this;
    }

    /** Ends the body as its framing demands. */
    ShapeScript end(long at) {
        if (chunkedFraming) {
            raw(at, "0\r\n\r\n");
        }
        return this;
    }

    /** Adds a step that writes nothing. */
    ShapeScript step(WireStep step) {
        steps.add(step);
        return this;
    }

    /** The shape, whose truth ends with this outcome. */
    Shape shape(Outcome outcome) {
        return new Shape(name, what, wishes, steps, new Shape.Truth(outcome, text.toString(), pieces));
    }

    private static byte[] chunk(byte[] bytes) {
        ByteArrayOutputStream framed = new ByteArrayOutputStream(bytes.length + 16);
        framed.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        framed.writeBytes(bytes);
        framed.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return framed.toByteArray();
    }
}
