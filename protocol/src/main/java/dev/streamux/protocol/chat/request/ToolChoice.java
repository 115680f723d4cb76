package dev.streamux.protocol.chat.request;

import java.util.Optional;

/**
 * Whether and which tool the model may call.
 *
 * @param mode may it, must it, must it not
 * @param name the one tool that it must call, if the request names one
 */
public record ToolChoice(Mode mode, Optional<String> name) {

    /** The model decides. */
    public static final ToolChoice AUTO = new ToolChoice(Mode.AUTO, Optional.empty());

    /** May it, must it, must it not. */
    public enum Mode {
        /** The model decides. */
        AUTO,
        /** Some tool must be called. */
        REQUIRED,
        /** No tool may be called. */
        NONE
    }

    /** A call of this tool and no other. */
    public static ToolChoice of(String name) {
        return new ToolChoice(Mode.REQUIRED, Optional.of(name));
    }

    /** A choice that names no tool. */
    public static ToolChoice of(Mode mode) {
        return new ToolChoice(mode, Optional.empty());
    }
}
