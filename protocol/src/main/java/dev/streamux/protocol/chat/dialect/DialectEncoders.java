package dev.streamux.protocol.chat.dialect;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.dialect.openai.OpenAiChatEncoder;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import java.util.List;

/** The encoder of each dialect. */
public final class DialectEncoders {

    private static final List<DialectEncoder> ALL = List.of(new OpenAiChatEncoder());

    private DialectEncoders() {}

    /** The dialect's encoder; encoders have no state, so it may be kept and shared. */
    public static DialectEncoder of(Dialect dialect) {
        for (DialectEncoder encoder : ALL) {
            if (encoder.dialect() == dialect) {
                return encoder;
            }
        }
        throw new IllegalArgumentException("dialect " + dialect.word() + " has no encoder");
    }
}
