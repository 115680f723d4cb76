package dev.streamux.simulations.proxy.stage;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;

/** A stage that passes everything on at once; the others override what they do differently. */
public abstract class Forwarding implements Stage {
    private final Stage next;

    protected Forwarding(Stage next) {
        this.next = next;
    }

    @Override
    public void head(HttpResponse response) {
        next.head(response);
    }

    @Override
    public void body(ByteBuf bytes) {
        next.body(bytes);
    }

    @Override
    public void end(Ending ending) {
        next.end(ending);
    }

    @Override
    public void release() {
        next.release();
    }
}
