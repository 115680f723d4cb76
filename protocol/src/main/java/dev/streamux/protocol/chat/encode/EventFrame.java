package dev.streamux.protocol.chat.encode;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.JsonText;
import dev.streamux.protocol.sse.SseEncoder;

/** What one stream puts around its events: the framing and the mark. */
final class EventFrame {

    private static final String ARRAY_SEPARATOR = ",\r\n";

    private final AnswerIdentity identity;
    private final StreamOptions options;

    EventFrame(AnswerIdentity identity, StreamOptions options) {
        this.identity = identity;
        this.options = options;
    }

    long seed() {
        return identity.seed();
    }

    Groups groups(int pieces) {
        return Groups.of(pieces, options.tokensPerEvent());
    }

    /** The template of an event; the stream's first event carries the request's id even without marks. */
    EventTemplate template(EventText text, boolean first) {
        EventText marked = text.isObject() && (first || options.marks()) ? text.withMember(mark()) : text;
        return EventTemplate.compile(framed(marked, first));
    }

    private String framed(EventText text, boolean first) {
        if (options.framing() instanceof Framing.Sse sse) {
            return new SseEncoder(sse.lineEnding()).event(text.name(), text.data());
        }
        if (options.framing() instanceof Framing.Array && text.isObject()) {
            return (first ? "[" : ARRAY_SEPARATOR) + text.data();
        }
        return text.data();
    }

    /** What has to follow an error so that the stream is well formed. */
    String afterError() {
        return options.framing() instanceof Framing.Array ? "]" : "";
    }

    /** The bytes that keep a silent stream alive: the vendor's event, else a comment or white space. */
    String ping(EventText vendorPing) {
        if (options.framing() instanceof Framing.Sse sse) {
            SseEncoder encoder = new SseEncoder(sse.lineEnding());
            return vendorPing.data().isEmpty()
                    ? encoder.comment("keep-alive")
                    : encoder.event(vendorPing.name(), vendorPing.data());
        }
        return options.framing() instanceof Framing.Array ? "\n" : "";
    }

    private String mark() {
        String id = '"' + EmissionMark.MEMBER + "\":{\"id\":" + JsonText.quote(identity.requestId());
        return options.marks()
                ? id + ",\"event\":" + EventTemplate.INDEX + ",\"nanos\":" + EventTemplate.MARK + '}'
                : id + '}';
    }
}
