package dev.streamux.simulations.client.exchange;

import dev.streamux.protocol.chat.decode.JsonElements;
import dev.streamux.protocol.sse.SseDecoder;
import dev.streamux.protocol.sse.SseEvent;
import dev.streamux.protocol.sse.SseListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** How the bytes of a body become events. */
sealed interface ResponseBody {

    /** Takes the next bytes; the array is not kept. */
    void feed(byte[] bytes, int length);

    /** The body ended cleanly. */
    default void end() {}

    /** What the events and bodies are given to. */
    interface Sink {
        /** One event. */
        void event(String type, String data, int wireBytes);

        /** A comment line. */
        void comment(String text);

        /** A whole JSON body. */
        void whole(String json, int wireBytes);
    }

    /** An event stream. */
    final class Events implements ResponseBody, SseListener {
        private final Sink sink;
        private final SseDecoder decoder;

        Events(Sink sink, int maxEventBytes) {
            this.sink = sink;
            this.decoder = new SseDecoder(this, maxEventBytes);
        }

        @Override
        public void feed(byte[] bytes, int length) {
            decoder.feed(bytes, 0, length);
        }

        @Override
        public void onEvent(SseEvent event) {
            sink.event(event.type(), event.data(), event.wireBytes());
        }

        @Override
        public void onComment(String comment) {
            sink.comment(comment);
        }
    }

    /** A streamed JSON array, one event an element. */
    final class Elements implements ResponseBody {
        private final JsonElements elements;

        Elements(Sink sink, int maxEventBytes) {
            this.elements =
                    new JsonElements(maxEventBytes, (json, bytes) -> sink.event(SseEvent.DEFAULT_TYPE, json, bytes));
        }

        @Override
        public void feed(byte[] bytes, int length) {
            elements.feed(bytes, 0, length);
        }
    }

    /** One JSON body, read when it is whole. */
    final class Whole implements ResponseBody {
        private final Sink sink;
        private final int maxBytes;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Whole(Sink sink, int maxBytes) {
            this.sink = sink;
            this.maxBytes = maxBytes;
        }

        @Override
        public void feed(byte[] bytes, int length) {
            if (content.size() + length > maxBytes) {
                throw new IllegalStateException(
                        "the body is larger than " + maxBytes + " bytes, the limit for one event");
            }
            content.write(bytes, 0, length);
        }

        @Override
        public void end() {
            if (content.size() > 0) {
                sink.whole(content.toString(StandardCharsets.UTF_8), content.size());
            }
        }
    }

    /** The body of a refusal: only its start is kept. */
    final class Refusal implements ResponseBody {
        private static final int KEPT_BYTES = 64 * 1024;
        private final ByteArrayOutputStream start = new ByteArrayOutputStream();

        @Override
        public void feed(byte[] bytes, int length) {
            start.write(bytes, 0, Math.min(length, KEPT_BYTES - start.size()));
        }

        /** What was kept, as text. */
        String text() {
            return start.toString(StandardCharsets.UTF_8);
        }
    }
}
