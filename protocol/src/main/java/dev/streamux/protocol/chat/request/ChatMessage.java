package dev.streamux.protocol.chat.request;

/**
 * One message of a conversation.
 *
 * @param role who speaks
 * @param text the text parts of its content, one after another; empty when it has none
 */
public record ChatMessage(Role role, String text) {

    /** Who speaks; each dialect's words are mapped to these. */
    public enum Role {
        /** Instructions of the operator. */
        SYSTEM,
        /** The person. */
        USER,
        /** The model. */
        ASSISTANT,
        /** A tool's result. */
        TOOL
    }
}
