package dev.streamux.simulations.proxy.stage.hold;

import dev.streamux.simulations.proxy.stage.Ending;
import dev.streamux.simulations.proxy.stage.Forwarding;
import dev.streamux.simulations.proxy.stage.Stage;
import io.netty.buffer.ByteBuf;

/** Passes the body on in blocks of a fixed size; the rest leaves at the end. Headers pass at once. */
public final class SizeBuffer extends Forwarding {
    private final int blockBytes;
    private final Held held = new Held();

    /** A stage with blocks of this size, in bytes, ≥ 1. */
    public SizeBuffer(Stage next, int blockBytes) {
        super(next);
        this.blockBytes = blockBytes;
    }

    @Override
    public void body(ByteBuf bytes) {
        held.add(bytes);
        while (held.size() >= blockBytes) {
            super.body(held.take(blockBytes));
        }
    }

    @Override
    public void end(Ending ending) {
        if (ending == Ending.CLEAN) {
            super.body(held.takeAll());
        }
        held.clear();
        super.end(ending);
    }

    @Override
    public void release() {
        held.clear();
        super.release();
    }
}
