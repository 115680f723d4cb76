package dev.streamux.simulations.proxy.stage.hold;

import dev.streamux.simulations.proxy.stage.Ending;
import dev.streamux.simulations.proxy.stage.Forwarding;
import dev.streamux.simulations.proxy.stage.Stage;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Store and forward: nothing leaves before the origin has finished.
 *
 * <p>An answer that breaks off is lost whole, as with the proxies that it imitates. More than {@value #LIMIT_BYTES}
 * bytes are not held; what is there then leaves, without a length.
 */
public final class WholeBody extends Forwarding {
    private static final int LIMIT_BYTES = 64 << 20;

    private final boolean withLength;
    private final Held held = new Held();
    private @Nullable HttpResponse head;

    /** A stage that states the length of what it forwards if {@code withLength}. */
    public WholeBody(Stage next, boolean withLength) {
        super(next);
        this.withLength = withLength;
    }

    @Override
    public void head(HttpResponse response) {
        head = response;
    }

    @Override
    public void body(ByteBuf bytes) {
        held.add(bytes);
        if (held.size() > LIMIT_BYTES) {
            passHead();
            super.body(held.takeAll());
        }
    }

    @Override
    public void end(Ending ending) {
        if (ending == Ending.CLEAN) {
            if (withLength && head != null) {
                head.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
                head.headers().set(HttpHeaderNames.CONTENT_LENGTH, held.size());
            }
            passHead();
            super.body(held.takeAll());
        }
        held.clear();
        super.end(ending);
    }

    private void passHead() {
        if (head != null) {
            super.head(head);
            head = null;
        }
    }

    @Override
    public void release() {
        held.clear();
        super.release();
    }
}
