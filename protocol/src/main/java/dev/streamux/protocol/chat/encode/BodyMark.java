package dev.streamux.protocol.chat.encode;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.JsonText;

/** The member that carries the request's id in a body that is not streamed. */
public final class BodyMark {

    private BodyMark() {}

    /** The last member of a body's object, with the comma before it. */
    public static String lastMember(AnswerIdentity identity) {
        return ",\"" + EmissionMark.MEMBER + "\":{\"id\":" + JsonText.quote(identity.requestId()) + '}';
    }
}
