package dev.streamux.protocol.chat.encode;

import java.util.Optional;

/**
 * An event before its framing: its JSON, with gaps as in {@link EventTemplate}, and its name.
 *
 * @param name the event's name in server-sent events, where the dialect names its events
 * @param data its JSON, on one line; or the vendor's end mark, which is none
 */
public record EventText(Optional<String> name, String data) {

    /** An event without a name. */
    public static EventText of(String data) {
        return new EventText(Optional.empty(), data);
    }

    /** An event with a name. */
    public static EventText named(String name, String data) {
        return new EventText(Optional.of(name), data);
    }

    /** Whether the data is a JSON object, so that a member can be added. */
    boolean isObject() {
        return data.endsWith("}");
    }

    /** The same with one more member at the end of its object. */
    EventText withMember(String member) {
        return new EventText(name, data.substring(0, data.length() - 1) + ',' + member + '}');
    }
}
