package dev.streamux.protocol.chat.request;

/** A vendor's sentences for what is wrong with a field of a request. */
public interface FaultWording {

    /** How an element of an array is named in a path, from 0: {@code [2]} or {@code .2}. */
    String index(int index);

    /** The body is not JSON, or not an object. */
    WireError unreadable(String reason);

    /** A field that must be there is not. */
    WireError missing(String path);

    /** A field has the wrong JSON type; both types are words such as {@code a string}. */
    WireError wrongType(String path, String expected, String actual);

    /** A field has the right type and a value that is not allowed; the rule says what is. */
    WireError wrongValue(String path, String value, String rule);
}
