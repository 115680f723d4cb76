package dev.streamux.protocol.chat.ask;

/**
 * One turn of a conversation.
 *
 * @param role {@code system}, {@code user} or {@code assistant}
 * @param content its text
 */
public record Turn(String role, String content) {
    public Turn {
        if (!role.equals("system") && !role.equals("user") && !role.equals("assistant")) {
            throw new IllegalArgumentException("role is \"" + role + "\"; it must be one of system, user, assistant");
        }
    }

    /** What the person says. */
    public static Turn user(String content) {
        return new Turn("user", content);
    }

    /** What the model said before. */
    public static Turn assistant(String content) {
        return new Turn("assistant", content);
    }

    /** What the product tells the model. */
    public static Turn system(String content) {
        return new Turn("system", content);
    }
}
