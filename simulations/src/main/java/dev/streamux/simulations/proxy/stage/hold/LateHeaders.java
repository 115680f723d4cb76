package dev.streamux.simulations.proxy.stage.hold;

import dev.streamux.simulations.proxy.stage.Ending;
import dev.streamux.simulations.proxy.stage.Forwarding;
import dev.streamux.simulations.proxy.stage.Stage;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Holds the headers until the first byte of the body, or its end; the body itself passes at once. */
public final class LateHeaders extends Forwarding {
    private @Nullable HttpResponse head;

    /** A stage in front of {@code next}. */
    public LateHeaders(Stage next) {
        super(next);
    }

    @Override
    public void head(HttpResponse response) {
        head = response;
    }

    @Override
    public void body(ByteBuf bytes) {
        if (bytes.isReadable()) {
            passHead();
        }
        super.body(bytes);
    }

    @Override
    public void end(Ending ending) {
        if (ending == Ending.CLEAN) {
            passHead();
        }
        super.end(ending);
    }

    private void passHead() {
        if (head != null) {
            super.head(head);
            head = null;
        }
    }
}
